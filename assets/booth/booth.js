// The booth: one sentence at a time. What is recorded is kept by the program that serves this page.
const WORDS = {
  ar: { record: "سجل", stop: "انته", hear: "اسمع", next: "التالي", back: "السابق", unsayable: "لا يمكن قولها", why: "لماذا لا يمكن قولها؟", open: "إلى أول جملة لم تسجل",
        groups: "ما أنجز", golden: "كلمات للتحكيم", taken: "تم الحفظ", silence: "المسافة تبدأ التسجيل وتنهيه", microphone: "لا يوجد ميكروفون: اسمحوا للصفحة باستعماله", gone: "توقف البرنامج: شغلوه من جديد", all: "سجلت كل الجمل" },
  fr: { record: "Enregistrer", stop: "Terminer", hear: "Écouter", next: "Suivant", back: "Précédent", unsayable: "Ne peut pas être dite", why: "Pourquoi ?", open: "À la première phrase non enregistrée",
        groups: "Avancement", golden: "Mots à juger", taken: "Enregistrée", silence: "La barre d’espace commence et termine", microphone: "Pas de microphone : autorisez-le pour cette page", gone: "Le programme s’est arrêté : relancez-le", all: "Tout est enregistré" },
  en: { record: "Record", stop: "Stop", hear: "Listen", next: "Next", back: "Back", unsayable: "Cannot be said", why: "Why not?", open: "To the first sentence not recorded",
        groups: "Progress", golden: "Words to judge", taken: "Recorded", silence: "The space bar starts and stops", microphone: "No microphone: allow this page to use it", gone: "The program has ended: start it again", all: "Everything is recorded" },
};
const FLOOR = -60;
const $ = (id) => document.getElementById(id);
let words, lines, at = 0, context, chunks = null, busy = false;

function tell(text, kind = "") { $("told").textContent = text; $("told").className = kind; }

function shown(progress) {
  const done = lines.filter((line) => line.state !== "open").length;
  $("whole").max = lines.length; $("whole").value = done;
  $("count").textContent = `${done} / ${lines.length}`;
  $("groups").replaceChildren(...Object.entries(progress).map(([group, { lines: total, done }]) => {
    const row = document.createElement("li"), name = document.createElement("span"), count = document.createElement("span");
    name.textContent = group; count.textContent = `${done} / ${total}`;
    row.className = done === total ? "done" : "";
    row.append(name, count);
    return row;
  }));
}

function show(place) {
  at = Math.min(Math.max(0, place), lines.length - 1);
  const line = lines[at];
  $("text").textContent = line.text;
  $("place").textContent = `${line.number} · ${line.group}`;
  $("hear").disabled = line.state !== "recorded";
  tell(line.state === "recorded" ? words.taken : line.state === "unsayable" ? `${words.unsayable}: ${line.why}` : words.silence);
}

function firstOpen() {
  const found = lines.findIndex((line) => line.state === "open");
  if (found < 0) tell(words.all, "good"); else show(found);
}

async function microphone() {
  if (context) return;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
  context = new AudioContext();
  await context.audioWorklet.addModule("/recorder.js");
  const taker = new AudioWorkletNode(context, "taker");
  taker.port.onmessage = ({ data }) => {
    let most = 0;
    for (const sample of data) most = Math.max(most, Math.abs(sample));
    const level = Math.max(FLOOR, 20 * Math.log10(most + 1e-9));
    $("level").value = Math.max(level, $("level").value - 0.5);
    if (chunks) chunks.push(data);
  };
  context.createMediaStreamSource(stream).connect(taker);
  await context.resume();
}

function asWav(parts, rate) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * length));
  const text = (place, word) => [...word].forEach((letter, index) => view.setUint8(place + index, letter.charCodeAt(0)));
  text(0, "RIFF"); view.setUint32(4, 36 + 2 * length, true); text(8, "WAVEfmt "); view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); view.setUint16(22, 1, true); view.setUint32(24, rate, true); view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true); view.setUint16(34, 16, true); text(36, "data"); view.setUint32(40, 2 * length, true);
  let place = 44;
  for (const part of parts) for (const sample of part) { view.setInt16(place, Math.max(-1, Math.min(1, sample)) * 32767, true); place += 2; }
  return view.buffer;
}

async function post(path, body) {
  const answer = await fetch(path, { method: "POST", body, headers: { "X-Booth": "1" } }).catch(() => null);
  if (!answer) { tell(words.gone, "bad"); throw new Error(words.gone); }
  return answer.json();
}

async function toggle() {
  if (busy) return;
  busy = true;
  try {
    if (!chunks) {
      await microphone();
      chunks = [];
      $("record").textContent = words.stop; $("record").classList.add("on");
    } else {
      const taken = chunks; chunks = null;
      $("record").textContent = words.record; $("record").classList.remove("on");
      const line = lines[at];
      const found = await post(`/takes/${line.number}`, asWav(taken, context.sampleRate));
      if (found.taken) { line.state = "recorded"; shown(found.progress); show(at + 1); tell(`${line.number}: ${words.taken}`, "good"); }
      else { tell(found.what, "bad"); }
    }
  } catch (error) { if (!context) tell(`${words.microphone} (${error.name})`, "bad"); } finally { busy = false; }
}

async function unsayable() {
  const line = lines[at], why = prompt(words.why, line.why || "");
  if (why === null) return;
  const { progress } = await post(`/unsayable/${line.number}`, JSON.stringify({ why }));
  line.why = why;
  if (line.state !== "recorded") line.state = why ? "unsayable" : "open";
  shown(progress); show(at + 1);
}

const told = await (await fetch("/lines")).json();
words = WORDS[told.language] || WORDS.en;
lines = told.lines;
document.documentElement.lang = told.language;
document.documentElement.dir = told.language === "ar" ? "rtl" : "ltr";
for (const [id, word] of Object.entries({ record: words.record, hear: words.hear, next: words.next, back: words.back, unsayable: words.unsayable, open: words.open, "groups-title": words.groups, golden: words.golden })) $(id).textContent = word;
$("record").onclick = toggle;
$("next").onclick = () => show(at + 1);
$("back").onclick = () => show(at - 1);
$("open").onclick = firstOpen;
$("unsayable").onclick = unsayable;
$("hear").onclick = () => new Audio(`/takes/${lines[at].number}?${Date.now()}`).play();
document.addEventListener("keydown", (event) => {
  if (event.code === "Space") { event.preventDefault(); if (!event.repeat) toggle(); }
  else if (event.code === "ArrowDown") show(at + 1);
  else if (event.code === "ArrowUp") show(at - 1);
});
shown(told.progress);
show(0);
firstOpen();
