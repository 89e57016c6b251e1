import type { HeaderFamily } from './header-family.ts';

/** Exports of international commerce platforms. */
// prettier-ignore
export const INTERNATIONAL_FAMILIES: readonly HeaderFamily[] = [
  {
    // One row per item; order columns only on the first row of an order.
    id: 'shopify',
    signatures: [['Name', 'Financial Status', 'Total'], ['Name', 'Lineitem name'], ['Name', 'Email', 'Financial Status']],
    roles: {
      customer: ['Email', 'Phone'],
      order_id: ['Name', 'Id'],
      order_time: ['Created at'],
      pay_time: ['Paid at'],
      amount: ['Total'],
      discount: ['Discount Amount'],
      refund: ['Refunded Amount'],
      status: ['Financial Status'],
      quantity: ['Lineitem quantity'],
      product: ['Lineitem name'],
      sku: ['Lineitem sku'],
      channel: ['Source'],
      shop: ['Location'],
      region: ['Shipping Province', 'Shipping Province Name', 'Billing Province', 'Billing Province Name', 'Shipping Country', 'Billing Country'],
      currency: ['Currency']
    },
    personal: {
      email: ['Email'],
      phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
      name: ['Billing Name', 'Shipping Name', 'Billing Company', 'Shipping Company', 'Employee'],
      address: ['Billing Street', 'Billing Address1', 'Billing Address2', 'Billing Zip', 'Shipping Street', 'Shipping Address1', 'Shipping Address2', 'Shipping Zip'],
      message: ['Notes', 'Note Attributes']
    },
    unused: [
      'Fulfillment Status', 'Fulfilled at', 'Accepts Marketing', 'Subtotal', 'Shipping', 'Taxes', 'Discount Code', 'Shipping Method', 'Lineitem price',
      'Lineitem compare at price', 'Lineitem compare-at price', 'Lineitem requires shipping', 'Lineitem taxable', 'Lineitem fulfillment status', 'Lineitem discount',
      'Billing City', 'Shipping City', 'Cancelled at', 'Canceled at', 'Payment Method', 'Payment Reference', 'Payment References', 'Payment ID', 'Payment Terms Name',
      'Next Payment Due At', 'Vendor', 'Outstanding Balance', 'Device ID', 'Tags', 'Risk Level', 'Receipt Number', 'Duties'
    ]
  },
  {
    id: 'woocommerce',
    signatures: [['order_id', 'order_total', 'order_date'], ['order_number', 'order_total', 'billing_email'], ['order_id', 'order_date', 'customer_user']],
    roles: {
      customer: ['customer_id', 'customer_user', 'customer_email', 'billing_email'],
      order_id: ['order_id', 'order_number'],
      order_time: ['order_date'],
      pay_time: ['paid_date'],
      amount: ['order_total'],
      discount: ['discount_total', 'cart_discount'],
      refund: ['refunded_total', 'total_refunded', 'order_refund_total'],
      status: ['status', 'order_status'],
      quantity: ['item_quantity', 'total_quantity'],
      product: ['item_name', 'product_name'],
      sku: ['item_sku'],
      region: ['shipping_state', 'billing_state', 'shipping_country', 'billing_country'],
      currency: ['order_currency']
    },
    personal: {
      email: ['customer_email', 'billing_email'],
      phone: ['billing_phone', 'shipping_phone'],
      name: ['billing_first_name', 'billing_last_name', 'billing_company', 'shipping_first_name', 'shipping_last_name', 'shipping_company'],
      address: ['billing_address_1', 'billing_address_2', 'billing_postcode', 'shipping_address_1', 'shipping_address_2', 'shipping_postcode'],
      message: ['customer_note', 'order_notes'],
      ip: ['customer_ip_address']
    },
    unused: ['order_subtotal', 'shipping_total', 'tax_total', 'fee_total', 'payment_method', 'payment_method_title', 'shipping_method', 'billing_city', 'shipping_city', 'order_key', 'transaction_id']
  },
  {
    // A widespread plug-in of WooCommerce: one row per item, order columns on each.
    id: 'woocommerce-orders',
    signatures: [['Order Number', 'Order Status', 'Order Total Amount'], ['Order Number', 'Order Date', 'Email (Billing)']],
    roles: {
      customer: ['Email (Billing)', 'Customer User Email', 'Customer User ID'],
      order_id: ['Order ID', 'Order Number'],
      order_time: ['Order Date'],
      pay_time: ['Paid Date'],
      amount: ['Order Total Amount'],
      refund: ['Order Refund Amount'],
      status: ['Order Status'],
      quantity: ['Quantity'],
      product: ['Item Name'],
      sku: ['SKU'],
      category: ['Category'],
      region: ['State Code (Shipping)', 'State Name (Shipping)', 'State Code (Billing)', 'State Name (Billing)', 'Country Code (Shipping)', 'Country Code (Billing)'],
      currency: ['Order Currency']
    },
    personal: {
      email: ['Email (Billing)', 'Customer User Email'],
      phone: ['Phone (Billing)', 'Phone (Shipping)'],
      name: ['First Name (Billing)', 'Last Name (Billing)', 'First Name (Shipping)', 'Last Name (Shipping)', 'Company (Billing)'],
      address: ['Address 1&2 (Billing)', 'Address 1&2 (Shipping)', 'Postcode (Billing)', 'Postcode (Shipping)'],
      message: ['Customer Note']
    },
    unused: [
      'Payment Method Title', 'Cart Discount Amount', 'Order Subtotal Amount', 'Order Subtotal Amount (Excl. Tax)', 'Order Shipping Amount', 'Order Tax Amount', 'Order Total Tax Amount', 'Shipping Method Title', 'Item #',
      'Item Cost', 'Item Cost Before Discount', 'Coupon Code', 'Discount Amount', 'Discount Amount Tax', 'City (Billing)', 'City (Shipping)'
    ]
  },
  {
    id: 'woocommerce-analytics',
    signatures: [['Date', 'Order #', 'Status', 'Customer']],
    roles: {
      customer: ['Customer'], order_id: ['Order #'], order_time: ['Date'], status: ['Status'], amount: ['N. Revenue', 'Net Sales', 'Total'], product: ['Product(s)'],
      quantity: ['Items sold']
    },
    unused: ['Customer type', 'Coupon(s)', 'Attribution']
  },
  {
    // Amounts are in major units already.
    id: 'stripe',
    signatures: [['id', 'Created date (UTC)', 'Amount'], ['id', 'Created (UTC)', 'Amount'], ['id', 'Amount Refunded', 'Currency']],
    roles: {
      customer: ['Customer Email', 'Customer ID'],
      order_id: ['id'],
      order_time: ['Created date (UTC)', 'Created (UTC)'],
      amount: ['Amount'],
      refund: ['Amount Refunded'],
      status: ['Status'],
      currency: ['Currency']
    },
    personal: { email: ['Customer Email'], message: ['Description', 'Customer Description'], name: ['Card Name'], address: ['Card Address Line1', 'Card Address Zip'] },
    unused: ['Captured', 'Converted Amount', 'Converted Amount Refunded', 'Converted Currency', 'Fee', 'Taxes On Fee', 'Invoice ID', 'Refunded date (UTC)', 'Card ID', 'Decline Reason', 'Statement Descriptor', 'Transfer', 'Payment Source Type', 'Mode', 'Seller Message']
  },
  {
    // Refunds are rows of their own, told by Event Type.
    id: 'square',
    signatures: [['Date', 'Time', 'Total Collected'], ['Transaction ID', 'Gross Sales', 'Event Type'], ['Date', 'Gross Sales', 'Net Sales', 'Transaction ID']],
    roles: {
      customer: ['Customer ID', 'Customer Reference ID'],
      order_id: ['Transaction ID'],
      order_time: ['Date'],
      order_clock: ['Time'],
      amount: ['Total Collected'],
      gross: ['Gross Sales'],
      discount: ['Discounts'],
      refund: ['Partial Refunds'],
      status: ['Transaction Status'],
      row_kind: ['Event Type'],
      channel: ['Source'],
      shop: ['Location']
    },
    personal: { name: ['Customer Name', 'Staff Name'], message: ['Description', 'Details'] },
    unused: ['Time Zone', 'Service Charges', 'Net Sales', 'Gift Card Sales', 'Tax', 'Tip', 'Cash', 'Card', 'Wallet', 'Fees', 'Net Total', 'Payment ID', 'Card Brand', 'PAN Suffix', 'Device Name', 'Staff ID', 'Dining Option', 'Device Nickname', 'Fee Percentage Rate', 'Deposit ID', 'Deposit Date']
  },
  {
    id: 'magento',
    signatures: [['ID', 'Purchase Point', 'Purchase Date'], ['ID', 'Purchase Date', 'Grand Total (Purchased)']],
    roles: {
      customer: ['Customer Email'],
      order_id: ['ID'],
      order_time: ['Purchase Date'],
      amount: ['Grand Total (Purchased)', 'Grand Total (Base)'],
      refund: ['Total Refunded'],
      status: ['Status'],
      shop: ['Purchase Point'],
      tier: ['Customer Group']
    },
    personal: { email: ['Customer Email'], name: ['Bill-to Name', 'Ship-to Name', 'Customer Name'], address: ['Billing Address', 'Shipping Address'] },
    unused: ['Subtotal', 'Shipping and Handling', 'Payment Method', 'Shipping Information', 'Allocated sources', 'Braintree Transaction Source']
  },
  {
    id: 'bigcommerce',
    signatures: [['Order ID', 'Date Created', 'Total Inc Tax'], ['Order ID', 'Subtotal Inc Tax'], ['Order ID', 'Order Total (inc tax)']],
    roles: {
      customer: ['Customer ID', 'Billing email', 'Customer Email'],
      order_id: ['Order ID'],
      order_time: ['Date Created', 'Order Date'],
      order_clock: ['Order Time'],
      amount: ['Total Inc Tax', 'Order Total (inc tax)'],
      refund: ['Refunded Amount', 'Refund Amount'],
      status: ['Status', 'Order Status', 'Status ID'],
      quantity: ['Items Total', 'Total Quantity'],
      currency: ['Currency Code', 'Order Currency Code'],
      tier: ['Customer Group Name'],
      channel: ['Order Source', 'Channel Name']
    },
    personal: { email: ['Billing email', 'Customer Email'], name: ['Customer Name'], phone: ['Customer Phone', 'Billing Phone'] },
    unused: ['Subtotal Inc Tax', 'Subtotal Ex Tax', 'Total Ex Tax', 'Date Shipped', 'Date Modified']
  },
  {
    id: 'ebay',
    signatures: [['Sales Record Number', 'Buyer Username'], ['Order Number', 'Buyer Username', 'Item Number'], ['Order Number', 'Sold For', 'Total Price']],
    roles: {
      customer: ['Buyer Username', 'Buyer Email'],
      order_id: ['Order Number', 'Sales Record Number'],
      line_id: ['Transaction ID'],
      order_time: ['Sale Date'],
      pay_time: ['Paid On Date'],
      amount: ['Total Price'],
      unit_price: ['Sold For'],
      quantity: ['Quantity'],
      product: ['Item Title'],
      sku: ['Custom Label', 'Item Number'],
      region: ['Ship To State', 'Post To State', 'Buyer State', 'Ship To Country', 'Post To Country', 'Buyer Country']
    },
    personal: {
      name: ['Buyer Name', 'Ship To Name', 'Post To Name'],
      email: ['Buyer Email'],
      phone: ['Ship To Phone', 'Post To Phone'],
      address: ['Buyer Address 1', 'Buyer Address 2', 'Buyer Zip', 'Ship To Address 1', 'Ship To Address 2', 'Ship To Zip', 'Post To Address 1', 'Post To Address 2', 'Post To Postcode', 'Buyer Postcode'],
      message: ['Buyer Note', 'My Item Note', 'Feedback Left', 'Feedback Received']
    },
    unused: ['Shipping And Handling', 'Postage And Packaging', 'Seller Collected Tax', 'eBay Collected Tax', 'Payment Method', 'Ship By Date', 'Shipped On Date', 'Buyer City', 'Ship To City', 'Variation Details', 'Tracking Number', 'Minimum Estimated Delivery Date', 'Maximum Estimated Delivery Date']
  },
  {
    // Amount = item-price less item-promotion-discount; there is no customer.
    id: 'amazon',
    signatures: [['amazon-order-id', 'purchase-date'], ['amazon-order-id', 'item-price'], ['order-id', 'purchase-date', 'item-price']],
    roles: {
      order_id: ['amazon-order-id', 'order-id'],
      line_id: ['order-item-id', 'amazon-order-item-code'],
      order_time: ['purchase-date'],
      pay_time: ['payments-date'],
      gross: ['item-price'],
      discount: ['item-promotion-discount'],
      status: ['order-status', 'item-status'],
      quantity: ['quantity', 'quantity-purchased'],
      product: ['product-name'],
      sku: ['sku', 'asin'],
      channel: ['sales-channel'],
      region: ['ship-state', 'ship-country'],
      currency: ['currency']
    },
    personal: {
      email: ['buyer-email'],
      name: ['buyer-name', 'recipient-name'],
      phone: ['buyer-phone-number', 'ship-phone-number'],
      address: ['ship-address-1', 'ship-address-2', 'ship-address-3', 'ship-postal-code']
    },
    unused: ['merchant-order-id', 'last-updated-date', 'fulfillment-channel', 'ship-service-level', 'order-channel', 'url', 'item-tax', 'shipping-price', 'shipping-tax', 'gift-wrap-price', 'gift-wrap-tax', 'ship-promotion-discount', 'ship-city', 'promotion-ids', 'is-business-order', 'purchase-order-number', 'price-designation']
  },
  {
    // The order amount is repeated on every item; the row under the header explains it.
    id: 'tiktok',
    signatures: [['Order ID', 'Order Status', 'Seller SKU'], ['Order ID', 'Order Amount', 'Buyer Username'], ['Order ID', 'SKU ID', 'Created Time']],
    roles: {
      customer: ['Buyer Username'],
      order_id: ['Order ID'],
      order_time: ['Created Time'],
      pay_time: ['Paid Time'],
      amount: ['Order Amount'],
      refund: ['Order Refund Amount'],
      refund_status: ['Cancelation/Return Type', 'Cancellation/Return Type'],
      status: ['Order Status'],
      quantity: ['Quantity'],
      product: ['Product Name'],
      sku: ['Seller SKU', 'SKU ID'],
      category: ['Product Category'],
      region: ['State', 'Country'],
      channel: ['Purchase Channel']
    },
    personal: { name: ['Recipient'], phone: ['Phone #'], address: ['Detail Address', 'Additional address information', 'Zipcode'], message: ['Buyer Message', 'Seller Note'] },
    unused: ['Order Substatus', 'Normal or Pre-order', 'Variation', 'Sku Quantity of return', 'SKU Unit Original Price', 'SKU Subtotal Before Discount', 'SKU Platform Discount', 'SKU Seller Discount', 'SKU Subtotal After Discount', 'Shipping Fee After Discount', 'Payment Method', 'RTS Time', 'Shipped Time', 'Delivered Time', 'Cancelled Time', 'Taxes', 'City']
  }
];
