// Reads messages aloud, sentence by sentence, when somebody presses the button for it, and never by itself. A Lithuanian
// voice of the device reads where there is one that needs no network; else our sounds are played.

"use strict";

(() => {
  const log = document.getElementById("log");
  const state = document.getElementById("state");
  const SLOWLY = 0.75;
  const DEVICE_SPEED = 0.9;
  const REMEMBERED = "garsas-leciau";

  const player = new Audio();
  player.preload = "auto";

  /** What is being read: the buttons, the sentences, and at which we are; null where nothing is. */
  let reading = null;
  let isSlow = remembered();

  function remembered() {
    try {
      return window.localStorage.getItem(REMEMBERED) === "1";
    } catch {
      return false;
    }
  }

  function remember() {
    try {
      window.localStorage.setItem(REMEMBERED, isSlow ? "1" : "0");
    } catch {
      // Where nothing may be kept, it holds for this page.
    }
  }

  /** A Lithuanian voice of this device. One that speaks over the network would carry a person's words away. */
  function deviceVoice() {
    const voices = window.speechSynthesis?.getVoices() ?? [];
    return voices.find((voice) => voice.localService && /^lt\b/i.test(voice.lang)) ?? null;
  }

  /** What a group of buttons reads: its explanation, or its message and, where it is the newest, what can be answered. */
  function sentencesOf(buttons) {
    const meaning = buttons.closest(".explanation");
    if (meaning) {
      return Array.from(meaning.querySelectorAll("[data-say]"));
    }
    const message = buttons.closest("[data-line]");
    const said = Array.from(message.querySelectorAll("[data-say]")).filter((one) => !one.closest(".meaning"));
    const isNewest = message === Array.from(log.querySelectorAll(".is-new")).at(-1);
    return isNewest ? said.concat(Array.from(document.querySelectorAll("#answers .rows [data-say]"))) : said;
  }

  /** Shows what the buttons would do now: "start", "pause" or "go-on". */
  function dress(buttons, now) {
    const word = buttons.querySelector("[data-listen=play] .word");
    word.textContent = now === "start" ? word.dataset.start : now === "pause" ? word.dataset.pause : word.dataset.goOn;
    buttons.querySelector(".listen-start").hidden = now === "pause";
    buttons.querySelector(".listen-pause").hidden = now !== "pause";
    for (const name of ["again", "slower"]) {
      const button = buttons.querySelector(`[data-listen=${name}]`);
      // A button that has the focus must not vanish under it.
      button.hidden = now === "start" && button !== document.activeElement;
    }
    buttons.querySelector("[data-listen=slower]").setAttribute("aria-pressed", String(isSlow));
  }

  function mark(sentence) {
    for (const marked of document.querySelectorAll(".is-spoken")) {
      marked.classList.remove("is-spoken");
      marked.removeAttribute("aria-current");
    }
    if (sentence) {
      sentence.classList.add("is-spoken");
      sentence.setAttribute("aria-current", "true");
      sentence.scrollIntoView({ block: "nearest" });
    }
  }

  function hush() {
    player.onended = null;
    player.onerror = null;
    player.pause();
    window.speechSynthesis?.cancel();
  }

  function stop() {
    if (!reading) {
      return;
    }
    hush();
    mark(null);
    dress(reading.buttons, "start");
    reading = null;
  }

  function start(buttons) {
    stop();
    state.textContent = "";
    reading = { buttons, sentences: sentencesOf(buttons), place: 0, isPaused: false };
    speak();
  }

  function goOn() {
    if (!reading) {
      return;
    }
    reading.place += 1;
    speak();
  }

  function speak() {
    const sentence = reading.sentences[reading.place];
    if (!sentence) {
      stop();
      return;
    }
    hush();
    reading.isPaused = false;
    dress(reading.buttons, "pause");
    mark(sentence);
    const voice = deviceVoice();
    if (voice) {
      speakByDevice(sentence, voice);
    } else if (sentence.dataset.say) {
      play(sentence.dataset.say);
    } else {
      goOn();
    }
  }

  function speakByDevice(sentence, voice) {
    const said = new SpeechSynthesisUtterance(sentence.textContent.trim());
    const mine = reading;
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = isSlow ? DEVICE_SPEED * SLOWLY : DEVICE_SPEED;
    said.onend = () => {
      if (reading === mine && !mine.isPaused && mine.sentences[mine.place] === sentence) {
        goOn();
      }
    };
    said.onerror = (event) => {
      if (reading === mine && !["canceled", "interrupted"].includes(event.error)) {
        fail();
      }
    };
    window.speechSynthesis.speak(said);
  }

  function play(address) {
    const mine = reading;
    player.src = address;
    player.defaultPlaybackRate = isSlow ? SLOWLY : 1;
    player.playbackRate = player.defaultPlaybackRate;
    player.onended = goOn;
    player.onerror = fail;
    player.play().catch((error) => {
      // A new sentence or a pause ends the old one; that is no fault.
      if (reading === mine && error.name !== "AbortError") {
        fail();
      }
    });
  }

  /** There is no sound now: say so where the person looks, and let them read. */
  function fail() {
    if (!reading) {
      return;
    }
    const { buttons } = reading;
    stop();
    state.textContent = buttons.dataset.noSound;
  }

  function pauseOrGoOn() {
    if (reading.isPaused) {
      if (deviceVoice()) {
        speak();
        return;
      }
      reading.isPaused = false;
      dress(reading.buttons, "pause");
      player.play().catch(fail);
      return;
    }
    reading.isPaused = true;
    player.pause();
    // Some devices never go on after a pause, so the sentence begins anew then.
    window.speechSynthesis?.cancel();
    dress(reading.buttons, "go-on");
  }

  const does = {
    play(buttons) {
      if (reading?.buttons === buttons) {
        pauseOrGoOn();
      } else {
        start(buttons);
      }
    },
    again: start,
    slower(buttons) {
      isSlow = !isSlow;
      remember();
      player.defaultPlaybackRate = isSlow ? SLOWLY : 1;
      player.playbackRate = player.defaultPlaybackRate;
      dress(buttons, reading?.isPaused ? "go-on" : reading ? "pause" : "start");
      if (reading && !reading.isPaused && deviceVoice()) {
        speak();
      }
    },
  };

  /** Shows the buttons wherever something can be heard. */
  function prepare() {
    for (const buttons of log.querySelectorAll(".listen[hidden]")) {
      const hears = deviceVoice() || sentencesOf(buttons).some((sentence) => sentence.dataset.say);
      buttons.hidden = !hears;
    }
    for (const plain of log.querySelectorAll("noscript")) {
      plain.remove();
    }
  }

  log.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen]");
    if (button) {
      does[button.dataset.listen](button.closest(".listen"));
    } else if (reading && event.target.closest("a.close")) {
      stop();
    }
  });
  // Whoever answers wants to go on.
  document.addEventListener("submit", stop, { capture: true });
  window.addEventListener("pagehide", stop);
  window.speechSynthesis?.addEventListener?.("voiceschanged", prepare);
  new MutationObserver(prepare).observe(log, { childList: true });
  prepare();
})();
