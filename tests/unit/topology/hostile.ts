/** What somebody may call a connection: each would be more than text where it is not escaped. */
export const hostileNames: readonly string[] = [
    '"]; evil["<img src=x onerror=alert(1)>',
    '"] --> evil["',
    "x\n    click borderRouter call alert()\n",
    "x\r\nend\nsubgraph evil",
    "%%{init: {'securityLevel': 'loose'}}%%",
    "`**bold** <script>alert(1)</script>`",
    "#quot;#lt;script#gt;&lt;&#60;",
    "]]></style></text><script>alert(1)</script><!--",
    "a|b --> c",
    "end",
    "\u0000\u001b[31m\u202eevil\ud800\ufffe",
    "新加坡 专线 ©",
];
