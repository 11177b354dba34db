extension FindingsReport {
    /// The looks of the page: light and dark by the reader's choice, and on paper always light.
    static let style: StaticString = """
        :root{color-scheme:light dark;--ground:#fff;--raised:#f5f6f8;--text:#1c2430;--quiet:#566072;--line:#c9cfd8;
        --critical:#9d0f2b;--high:#b23c0e;--medium:#7a5600;--low:#1f5fa8;--info:#566072;--unknown:#7a5600;
        --manual:#1f5fa8;--waived:#6b3fa0;--pass:#1d6b3a;--link:#1f5fa8;--vpn:#0b6b70;--er:#6b3fa0;--peering:#44546a}
        @media (prefers-color-scheme:dark){:root{--ground:#12171f;--raised:#1b222d;--text:#e6eaf0;--quiet:#a3adbd;
        --line:#3a4556;--critical:#ff8795;--high:#ffa27a;--medium:#eac166;--low:#8fbcf7;--info:#a3adbd;
        --unknown:#eac166;--manual:#8fbcf7;--waived:#c9a7f5;--pass:#7fd49b;--link:#8fbcf7;--vpn:#6fd0d6;--er:#c9a7f5;
        --peering:#aab6c8}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,"Segoe UI",sans-serif}
        main{max-width:72rem;margin:0 auto;padding:2rem 1.25rem 4rem}
        h1{font-size:2rem;line-height:1.15;margin:.1rem 0 .3rem;overflow-wrap:anywhere}
        h2{font-size:1.3rem;margin:2.4rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.25rem}
        h3{font-size:1.02rem;margin:0 0 .2rem}
        p{margin:.3rem 0}.over{font-weight:600;color:var(--quiet);margin:0}.quiet,figcaption{color:var(--quiet)}
        .quiet{font-size:.9em}a{color:var(--link)}
        .tiles{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:1rem 0 0}
        .tiles li{background:var(--raised);border-left:4px solid currentColor;border-radius:4px;padding:.4rem .9rem}
        .tiles b{font-size:1.35rem;margin-right:.15rem}
        .critical{color:var(--critical)}.high{color:var(--high)}.medium{color:var(--medium)}.low{color:var(--low)}
        .info{color:var(--info)}.unknown{color:var(--unknown)}.manual{color:var(--manual)}
        .waived{color:var(--waived)}.pass{color:var(--pass)}
        .state{min-width:8.5rem}.mark{display:inline-block;border:1px solid currentColor;border-radius:4px;padding:0 .4rem;font-size:.82em;
        font-weight:600}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}
        th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);
        overflow-wrap:anywhere}
        th{font-size:.85em;color:var(--quiet);overflow-wrap:normal}.number{text-align:right;white-space:nowrap;
        font-variant-numeric:tabular-nums;padding-right:1rem}
        .matrix{width:auto}.matrix td,.matrix th{text-align:center;padding:.1rem .35rem;min-width:1.6rem}
        .matrix td{font-weight:700;font-size:1em}.matrix .name{text-align:left;white-space:nowrap}
        article{background:var(--raised);border-radius:6px;padding:.9rem 1.1rem;margin:.8rem 0}
        .id{font-family:ui-monospace,monospace;color:var(--quiet)}
        .findings{list-style:none;padding:0;margin:.6rem 0 0}
        .findings>li{border-top:1px solid var(--line);padding:.6rem 0;break-inside:avoid}
        .evidence{font-size:.88em;margin:.3rem 0}.evidence td:first-child{width:34%}.evidence td:last-child{width:18%}
        code,pre{font-family:ui-monospace,"Cascadia Mono",Menlo,monospace;font-size:.92em;overflow-wrap:anywhere}
        pre{white-space:pre-wrap;background:var(--ground);border:1px solid var(--line);border-radius:4px;
        padding:.4rem .6rem;margin:.3rem 0}
        figure{margin:0;overflow-x:auto}svg{width:100%;min-width:52rem;height:auto;font:13px system-ui,sans-serif}
        svg text{fill:var(--text)}svg .name{font-weight:600;font-size:14px}svg .quiet{fill:var(--quiet);font-size:12px}
        .box>rect:first-child{fill:var(--raised);stroke:var(--line);stroke-width:1.5}
        .hub>rect:first-child,.virtualHub>rect:first-child{stroke:var(--text);stroke-width:2.5}
        .internet>rect:first-child,.onPremises>rect:first-child{stroke-dasharray:5 4}
        .badge{fill:var(--ground);stroke:currentColor}svg .badge-text{fill:currentColor;font-size:11px;font-weight:600}
        .link{fill:none;stroke:var(--peering);stroke-width:1.8}
        .siteToSite,.pointToSite{stroke:var(--vpn)}.pointToSite,.bastion{stroke-dasharray:6 4}
        .expressRoute{stroke:var(--er);stroke-width:3}.https{stroke:var(--pass)}.bastion{stroke:var(--low)}
        .publicAddress{stroke:var(--critical);stroke-width:2.6}
        .plate{fill:var(--ground)}svg .label{font-size:11px;stroke:none;fill:currentColor}
        svg .label.critical,svg .label.high{font-weight:700}
        @media print{:root{color-scheme:light;--ground:#fff;--raised:#fff;--text:#000;--quiet:#444;--line:#999;
        --critical:#9d0f2b;--high:#b23c0e;--medium:#7a5600;--low:#1f5fa8;--info:#444;--unknown:#7a5600;
        --manual:#1f5fa8;--waived:#6b3fa0;--pass:#1d6b3a;--link:#000;--vpn:#0b6b70;--er:#6b3fa0;--peering:#44546a}
        body{font-size:10.5pt}main{max-width:none;padding:0}article{border:1px solid var(--line);padding:.6rem}
        h2,h3{break-after:avoid}tr{break-inside:avoid}svg{min-width:0}figure{overflow:visible}
        a{text-decoration:none}@page{margin:16mm 14mm}}
        """
}
