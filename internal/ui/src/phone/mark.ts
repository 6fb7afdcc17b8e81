// One's own rating in the picture of a result. The picture is everybody's and
// holds a hidden mark on each criterion, at 1 (package chart, Own); this phone
// alone knows what its owner rated, moves the mark there and shows it. Nothing
// of it is ever sent.

/** Shows what one rated, by criterion, in a picture that was drawn in a box. */
export const showOwn = (ratings: Record<string, number>) => (box: HTMLElement) => {
  for (const mark of box.querySelectorAll<SVGElement>("[data-own]")) {
    const rating = ratings[mark.dataset.own!];
    if (!rating) continue;
    mark.setAttribute("transform", `translate(${(rating - 1) * Number(mark.dataset.step)} 0)`);
    mark.querySelector("text")!.textContent = String(rating);
    mark.removeAttribute("visibility");
  }
};
