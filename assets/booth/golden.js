// A native speaker hears each golden word and says whether it is right.
const WORDS = {
  ar: { hear: "اسمع", right: "صحيح", wrong: "خطأ", what: "ما الخطأ؟", back: "إلى التسجيل" },
  en: { hear: "Listen", right: "Right", wrong: "Wrong", what: "What is wrong?", back: "To the booth" },
};
const told = await (await fetch("/golden-words")).json();
const words = WORDS[told.language] || WORDS.en;
let marks = told.marks;
document.documentElement.lang = told.language;
document.documentElement.dir = told.language === "ar" ? "rtl" : "ltr";
document.getElementById("back").textContent = words.back;

function button(text, pressed, press) {
  const made = document.createElement("button");
  made.textContent = text;
  if (pressed !== null) made.setAttribute("aria-pressed", pressed);
  made.onclick = press;
  return made;
}

async function mark(word, judgement) {
  const answer = await fetch("/golden-marks", { method: "POST", body: JSON.stringify({ word, judgement }), headers: { "X-Booth": "1" } });
  marks = (await answer.json()).marks;
  draw();
}

function cell(kind, ...inside) {
  const made = document.createElement("td");
  made.className = kind;
  made.append(...inside);
  return made;
}

function draw() {
  document.getElementById("count").textContent = `${Object.keys(marks).length} / ${told.words.length}`;
  document.getElementById("words").replaceChildren(...told.words.map(({ word, sounds, rule }) => {
    const row = document.createElement("tr"), said = marks[word] || "";
    row.append(cell("word", word), cell("sounds", sounds), cell("rule", rule),
      cell("", button(words.hear, null, () => new Audio(`/said/${encodeURIComponent(word)}`).play())),
      cell("", button(words.right, said === "right", () => mark(word, said === "right" ? "" : "right")),
        button(words.wrong, said !== "" && said !== "right", () => { const what = prompt(words.what, said === "right" ? "" : said); if (what) mark(word, what); })),
      cell("", said === "right" ? "" : said));
    return row;
  }));
}
draw();
