import { useWorkbench } from '../../session/context.ts';
import { resource, type Resource } from '../../session/resource.svelte.ts';
import { askContactCost, type ContactCost } from './contact-cost.ts';

/** What a contact cost so far. Call while a component is being set up. */
export function contactCost(): Resource<ContactCost> {
  const workbench = useWorkbench();
  return resource((signal) => askContactCost(workbench, signal));
}
