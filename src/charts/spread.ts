/** How far each of `places` (pixels from the top) must move so that all stand at least `gap` apart, in their order. */
export function spread(places: readonly number[], gap: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const moved = [...places];
  for (let round = 0; round < 40; round++) {
    let isDone = true;
    for (let at = 1; at < order.length; at++) {
      const [above, below] = [order[at - 1] ?? 0, order[at] ?? 0];
      const lack = gap - ((moved[below] ?? 0) - (moved[above] ?? 0));
      if (lack <= 0.01) continue;
      moved[above] = (moved[above] ?? 0) - lack / 2;
      moved[below] = (moved[below] ?? 0) + lack / 2;
      isDone = false;
    }
    if (isDone) break;
  }
  return moved.map((place, index) => place - (places[index] ?? 0));
}
