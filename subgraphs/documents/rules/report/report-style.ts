/** How a report looks on the screen and on A4. */
export const REPORT_STYLE = `
@page { size: A4 portrait; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef1f5; color: #1a1a1a; line-height: 1.75;
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; font-size: 12pt; }
main { max-width: 210mm; margin: 24px auto; padding: 18mm 16mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 18%); }
header { text-align: center; margin-bottom: 10mm; }
h1 { font-size: 20pt; line-height: 1.4; margin: 0 0 4mm; }
h1 span { display: block; text-wrap: balance; }
h2 { font-size: 14pt; margin: 9mm 0 3mm; break-after: avoid; }
h3 { font-size: 12pt; margin: 5mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.note { text-indent: 0; text-align: center; color: #555; font-size: 10.5pt; }
.mark { display: inline-block; margin: 0 0 4mm; padding: 1mm 5mm; border: 2px solid #b3261e; color: #b3261e;
  text-indent: 0; font-weight: bold; letter-spacing: .2em; }
.missing { color: #b3261e; text-indent: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 9.5pt; line-height: 1.45; }
th, td { border: 1px solid #333; padding: 1.2mm 1.5mm; text-align: center; vertical-align: middle; overflow-wrap: break-word; hyphens: auto; }
th { font-weight: normal; background: #f3f5f8; }
thead th { font-weight: bold; }
td { font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.applications tbody th { text-align: left; }
.applications { font-size: 8.5pt; }
.reviews { font-size: 8.5pt; }
:lang(en) .applications thead th { font-size: 7pt; }
:lang(en) .reviews { font-size: 6.5pt; }
.reviews th, .reviews td { padding: 1.2mm .5mm; }
.form { break-inside: auto; }
@media (max-width: 700px) { main { padding: 16px; margin: 0; } .form { overflow-x: auto; } table { min-width: 620px; } }
@media print {
  body { background: none; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  th { background: #f3f5f8; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
