// Learns from examples and answers utterances, both JSON from standard input: the row "node-nlp" of the evaluation.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");

async function main() {
  const { NlpManager } = createRequire(process.argv[2])("node-nlp");
  const { examples, asked } = JSON.parse(readFileSync(0, "utf8"));
  const manager = new NlpManager({ languages: ["lt"], forceNER: false, autoSave: false, nlu: { log: false } });
  for (const [text, label] of examples) manager.addDocument("lt", text, label);
  await manager.train();
  const answers = [];
  for (const text of asked) {
    const { classifications } = await manager.process("lt", text);
    answers.push(classifications.slice(0, 10).map(({ intent, score }) => [intent, score]));
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
