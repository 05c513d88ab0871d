namespace StoryCompare.Reporting;

/// <summary>The look of the HTML report: light and dark, wide and narrow, screen and paper. Colours meet WCAG AA on their backgrounds.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--bg:#fff;--fg:#1b1b1f;--dim:#565660;--line:#d4d4dc;--card:#f6f6f9;--link:#0b4f9e;--fact:#dff2e1;--conflict:#ffe1dc;--figure:#fff0c2;--quote:#e3e9ff;--align:#eeeef4;--bar:#0b4f9e;--bad:#9c1c0d;--good:#156128}
        @media (prefers-color-scheme:dark){:root{--bg:#16161a;--fg:#ececf1;--dim:#b0b0bc;--line:#43434d;--card:#202026;--link:#9cc6ff;--fact:#1d3d25;--conflict:#57231b;--figure:#4a3c10;--quote:#263060;--align:#2a2a33;--bar:#9cc6ff;--bad:#ffab9e;--good:#8fdc9f}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1rem;max-width:72rem;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif}
        h1{font-size:1.5rem}h2{font-size:1.35rem;margin-top:2.5rem;border-bottom:2px solid var(--line)}h3{font-size:1.05rem;margin:1.8rem 0 .5rem}
        a{color:var(--link)}a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem}
        .dim{color:var(--dim)}.small{font-size:.875rem}.id{font-variant-numeric:tabular-nums;color:var(--dim);font-size:.8125rem}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:start;vertical-align:top}thead th{background:var(--card)}
        td.cell{text-align:center}.yes{color:var(--good);font-weight:700}.no{color:var(--bad);font-weight:700}
        .card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:.6rem 0}
        .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:.75rem;margin-top:.5rem}.side{border-inline-start:4px solid var(--bad);padding-inline-start:.7rem}
        .high{color:var(--bad);font-weight:700}mark{background:var(--figure);color:inherit;border-radius:.2rem}
        ins{text-decoration:none;background:var(--fact)}del{background:var(--conflict)}
        .text{white-space:pre-wrap;overflow-wrap:anywhere}.text .drop{color:var(--dim);font-size:.875rem}
        .m{border-radius:.2rem}.m.align{background:var(--align)}.m.quote{background:var(--quote)}.m.fact{background:var(--fact)}.m.figure{background:var(--figure)}.m.conflict{background:var(--conflict)}.m:target,.m.at:target{outline:3px solid var(--link)}
        sup a{font-size:.6875rem;margin-inline-start:.15rem}
        svg{max-width:100%;height:auto}svg text{fill:var(--fg);font:12px system-ui,sans-serif}svg .axis{stroke:var(--line)}svg .dot{fill:var(--bar)}svg .span{stroke:var(--bar);stroke-width:4;stroke-linecap:round}
        details{margin:.5rem 0}summary{cursor:pointer;font-weight:600}
        .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        @media print{body{max-width:none;font-size:11pt}.card,tr{break-inside:avoid}details:not([open])>*{display:block}.skip,nav{display:none}}
        """;
}
