// Holds templates against the schemas and rules of CloudFormation, without a network.
const { RegoEngine, TemplateFile } = require("@aws/cloudformation-validate");

const engine = new RegoEngine();
let errors = 0;
for (const template of process.argv.slice(2)) {
  const report = engine.validateStandard(new TemplateFile(template));
  for (const found of report.diagnostics) {
    if (process.env.VERBOSE) console.log(JSON.stringify(found));
    if (/error|fatal/i.test(found.severity)) {
      errors++;
      console.error(`${template}: ${found.ruleId}: ${found.message}`);
    }
  }
}
engine.free();
if (errors > 0) process.exit(1);
console.log(`${process.argv.length - 2} templates are valid`);
