// What axe could not decide about colours, decided by computed styles. Gives a word for each place: "enough" where the
// letters stand out as they must, with nothing over them; otherwise what is wrong or not known.

"use strict";

/** The parts of a computed colour, red, green, blue from 0 to 255 and alpha from 0 to 1. */
function partsOf(colour) {
  const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return colour.startsWith("rgb") ? [parts[0], parts[1], parts[2], parts[3] ?? 1] : null;
}

function luminance(parts) {
  const [red, green, blue] = parts.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, another) {
  const [light, dark] = [luminance(one), luminance(another)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour on which an element's letters stand, or null where it is no single opaque one. */
function groundOf(element) {
  for (let part = element; part; part = part.parentElement) {
    const style = getComputedStyle(part);
    if (style.backgroundImage !== "none" || style.opacity !== "1") {
      return null;
    }
    const colour = partsOf(style.backgroundColor);
    if (colour === null || (colour[3] > 0 && colour[3] < 1)) {
      return null;
    }
    if (colour[3] === 1) {
      return colour;
    }
  }
  // Under everything lies the browser's own ground, which axe takes for white; here a ground is asked for.
  return null;
}

/** Whether an element that lies over letters lets them show: it has no ground and is no picture or field. */
function isSeeThrough(element) {
  const style = getComputedStyle(element);
  const isReplaced = element.matches("img, svg, svg *, canvas, video, iframe, object, input, select, textarea");
  return (
    !isReplaced && style.backgroundImage === "none" && partsOf(style.backgroundColor)?.[3] === 0 && style.opacity === "1"
  );
}

/** The middles of all lines of letters that stand in the element itself. */
function lettersOf(element) {
  const found = [];
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && node.textContent.trim()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push(...Array.from(range.getClientRects()).filter((box) => box.width > 0 && box.height > 0));
    }
  }
  return found.map((box) => [box.left + box.width / 2, box.top + box.height / 2]);
}

/** All that is painted at a point, the uppermost first: also what lets a press through, which the browser leaves out. */
function paintedAt(x, y) {
  const before = document.adoptedStyleSheets;
  const pressable = new CSSStyleSheet();
  pressable.replaceSync("* { pointer-events: auto !important; }");
  document.adoptedStyleSheets = [...before, pressable];
  try {
    return document.elementsFromPoint(x, y);
  } finally {
    document.adoptedStyleSheets = before;
  }
}

/** `isEnhanced` asks for the contrast of AAA. */
window.decideContrast = (selector, isEnhanced) => {
  const element = document.querySelector(selector);
  element.scrollIntoView({ block: "center" });
  const style = getComputedStyle(element);
  const ink = partsOf(style.color);
  const ground = groundOf(element);
  if (ink === null || ink[3] !== 1 || ground === null) {
    return "its colours are not single ones";
  }
  for (const [x, y] of lettersOf(element)) {
    const stack = paintedAt(x, y);
    const place = stack.indexOf(element);
    if (place < 0) {
      return "some of its letters cannot be seen";
    }
    if (!stack.slice(0, place).every(isSeeThrough)) {
      return "something lies over its letters";
    }
  }
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const wanted = isEnhanced ? (isLarge ? 4.5 : 7) : isLarge ? 3 : 4.5;
  const found = contrast(ink, ground);
  return found >= wanted ? "enough" : `a contrast of ${found.toFixed(2)}, ${wanted} is wanted`;
};
