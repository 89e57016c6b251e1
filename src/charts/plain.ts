/** A colour per datum that goes into the picture as it is: Plot would take `light-dark(…)` for the name of a category. */
export function plain<T>(color: (datum: T) => string): { value: (datum: T) => string; scale: null } {
  return { value: color, scale: null };
}
