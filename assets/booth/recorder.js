// Hands on every block of samples that the microphone gives.
registerProcessor("taker", class extends AudioWorkletProcessor {
  process([input]) {
    if (input.length) this.port.postMessage(input[0].slice());
    return true;
  }
});
