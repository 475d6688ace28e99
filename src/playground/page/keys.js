// The keyboard alone: arrows walk over what can be pressed, and a letter goes to the place to write.

const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** Takes a key that was pressed somewhere on a phone. */
export function takeKey(phone, event) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = document.activeElement;
  const isWriting = at.matches("input, textarea");
  const step = steps[event.key];
  // In a text, arrows move the caret.
  if (step && !(isWriting && at.value)) walk(rowsOf(phone), at, step, event);
  else if (!isWriting && event.key.length === 1 && event.key !== " ") phone.write();
}

/** What can be pressed, row by row from the top; while a sheet is open, only what is on it. */
function rowsOf(phone) {
  const sheet = phone.sheet();
  if (sheet) return [...sheet.querySelectorAll("button, input, textarea")].map((node) => [node]);
  const rows = phone.node.querySelectorAll(".inline .row, .compose textarea, .keys .row");
  return [...rows].filter((row) => row.checkVisibility())
    .map((row) => (row.matches(".row") ? [...row.querySelectorAll(".key:not(:disabled)")] : [row]))
    .filter((row) => row.length > 0);
}

function walk(rows, at, [right, down], event) {
  const row = rows.findIndex((nodes) => nodes.includes(at));
  if (row < 0) return;
  const column = rows[row].indexOf(at) + right;
  const next = rows[row + down];
  event.preventDefault();
  (down ? next?.[Math.min(column, next.length - 1)] : next[column])?.focus();
}
