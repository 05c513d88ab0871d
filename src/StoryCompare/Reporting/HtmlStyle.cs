namespace StoryCompare.Reporting;

/// <summary>The look of the HTML report: light and dark, wide and narrow, screen and paper. Colours meet WCAG AA on their backgrounds.</summary>
internal static class HtmlStyle
{
    private const string Light = "--bg:#fff;--fg:#1b1b1f;--dim:#565660;--line:#d4d4dc;--card:#f6f6f9;--link:#0b4f9e;--fact:#dff2e1;--conflict:#ffe1dc;--figure:#fff0c2;--quote:#e3e9ff;--align:#eeeef4;--number:#a87b00;--bar:#0b4f9e;--bad:#9c1c0d;--good:#156128";
    private const string Dark = "--bg:#16161a;--fg:#ececf1;--dim:#b0b0bc;--line:#43434d;--card:#202026;--link:#9cc6ff;--fact:#1d3d25;--conflict:#57231b;--figure:#4a3c10;--quote:#263060;--align:#2a2a33;--number:#d9ae3c;--bar:#9cc6ff;--bad:#ffab9e;--good:#8fdc9f";

    private const string Frame = "background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif";

    private const string Rules = """
        *{box-sizing:border-box}
        h1{font-size:1.5rem;margin:0}h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .25rem;text-wrap:balance}h3{font-size:1.15rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}h4{font-size:1rem;margin:.25rem 0}
        p{margin:.5rem 0}a{color:var(--link)}a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem}
        .dim{color:var(--dim)}.small{font-size:.875rem}.id{font-variant-numeric:tabular-nums;color:var(--dim);font-size:.8125rem;font-weight:400}.lead{color:var(--dim);margin:.25rem 0}
        .jump{list-style:none;padding:0;margin:.5rem 0 1rem;display:flex;flex-wrap:wrap;gap:.4rem .5rem}.jump a{display:inline-block;padding:.2rem .7rem;border:1px solid var(--line);border-radius:1rem;background:var(--card);text-decoration:none}
        .scroll{overflow-x:auto;position:relative}.card,.text{position:relative}.day{white-space:nowrap}.form{display:inline-block;margin-inline-end:1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:start;vertical-align:top}thead th{background:var(--card);vertical-align:bottom}tbody th{font-weight:400}
        .matrix tbody th{min-width:15rem;width:60%}.matrix thead th+th{min-width:3rem;max-width:9rem}.matrix thead th.tall{min-width:0;white-space:nowrap;writing-mode:vertical-rl;transform:rotate(180deg);text-align:start;vertical-align:bottom;padding:.55rem .2rem;max-height:14rem;font-size:.875rem;font-weight:400;border:0}
        td.cell{text-align:center;white-space:nowrap}.sign{display:inline-block;min-width:1.5rem;text-align:center;text-decoration:none}.yes{color:var(--good);font-weight:700}.no{color:var(--bad);font-weight:700}
        .card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.6rem 1rem;margin:.6rem 0;overflow-wrap:anywhere}.conflict-high{border-inline-start:5px solid var(--bad)}.conflict-medium{border-inline-start:5px solid var(--bar)}
        .badge{border:1px solid currentColor;border-radius:.3rem;padding:0 .35rem;font-size:.8125rem}.badge.high{color:var(--bad);font-weight:700}.badge.low{color:var(--dim)}
        .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.75rem;margin:.5rem 0}.side{background:var(--bg);border:1px solid var(--line);border-radius:.4rem;padding:.25rem .75rem}
        .cards.figures,.cards.quotations{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(27rem,100%),1fr));gap:0 .75rem}
        mark{background:var(--figure);color:inherit;border-radius:.2rem;padding:0 .1rem;box-decoration-break:clone}
        ins{text-decoration:none;background:var(--fact)}del{background:var(--conflict)}.same{border-bottom:2px solid var(--bar)}
        blockquote{margin:.5rem 0;padding-inline-start:.8rem;border-inline-start:3px solid var(--line)}
        .text{white-space:pre-wrap;overflow-wrap:anywhere;max-width:50rem}.text .drop{color:var(--dim);font-size:.875rem}
        .m{border-radius:.2rem}.m.align{background:var(--align)}.m.quote{background:var(--quote)}.m.fact{background:var(--fact)}.m.figure{background:var(--figure)}.m.conflict{background:var(--conflict)}.m.number{border-bottom:2px solid var(--number)}
        :target{scroll-margin-top:2rem}.text :target,.card:target{outline:3px solid var(--link);outline-offset:1px}tr:target>th{box-shadow:inset 4px 0 var(--link)}
        sup{line-height:1}sup a{font-size:.75rem;margin-inline-start:.2rem}
        .chart{display:block;max-width:34rem}.chart text{fill:var(--fg);font:12px system-ui,sans-serif}.chart .axis{stroke:var(--line)}.chart .dot{fill:var(--bar)}.chart .span{stroke:var(--bar);stroke-width:4;stroke-linecap:round}
        details{margin:.5rem 0}summary{cursor:pointer;font-weight:600;padding:.15rem 0}.small>summary{font-weight:400;color:var(--dim)}
        .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        @media (max-width:40rem){h2{font-size:1.3rem}.card{padding:.5rem .7rem}th,td{padding:.3rem .4rem}.matrix tbody th{min-width:10rem;width:auto}.matrix thead th+th{min-width:2rem}td.cell{padding-inline:.15rem}.sign{min-width:1.15rem}table{font-size:.875rem}.title{min-width:11rem}}
        @media print{.card,tr{break-inside:avoid}.text.card{break-inside:auto}h3,h4,summary{break-after:avoid}.skip,.jump,nav,details:not([open]){display:none}a{text-decoration:none}}
        """;

    /// <summary>For a page of its own.</summary>
    public const string Css = ":root{color-scheme:light dark;" + Light + "}\n@media (prefers-color-scheme:dark){:root{" + Dark + "}}\nbody{margin:0 auto;padding:1rem;max-width:76rem;" + Frame + "}\n@media print{body{max-width:none;font-size:10pt;padding:0}}\n" + Rules;

    /// <summary>For a part of a notebook's page: nested, so that the notebook's own look is left alone.</summary>
    public const string Scoped = ".storycompare{color-scheme:light dark;padding:.5rem;" + Light + ";" + Frame + ";\n@media (prefers-color-scheme:dark){" + Dark + "}\n" + Rules + "\n}";
}
