import type { SubjectSpec } from './subject-spec.ts';

/** One row per product, by its code, else by its name. */
export const PRODUCTS: SubjectSpec = {
  values: (cells) => [
    ['sku', cells.id('sku')],
    ['product', cells.text('product')],
    ['category', cells.text('category')],
    ['cost', cells.money('cost')],
    ['unit_price', cells.money('unit_price')]
  ],
  fates: () => [['sku is null and product is null', 'missing-product']],
  identity: () => "coalesce('sku:' || sku, 'product:' || product)",
  when: null
};
