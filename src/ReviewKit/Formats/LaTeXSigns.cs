namespace ReviewKit.Formats;

/// <summary>LaTeX commands that stand for a character, and those that only dress one.</summary>
static class LaTeXSigns
{
    // The accent commands of the TeXbook, chapter 9, each with its combining mark.
    const string AccentTable = "'\u0301`\u0300^\u0302\"\u0308~\u0303=\u0304.\u0307u\u0306v\u030cH\u030bc\u0327d\u0323b\u0331k\u0328r\u030a";

    const string NamedSigns = """
        ss ß   ae æ   AE Æ   oe œ   OE Œ   o ø   O Ø   l ł   L Ł   aa å   AA Å   dh ð   DH Ð   th þ   TH Þ   i ı   j ȷ   dj đ   DJ Đ   ng ŋ   NG Ŋ
        textendash –   textemdash —   textquoteright ’   textquoteleft ‘   textquotedblleft “   textquotedblright ”   textbackslash \   backslash \
        textbraceleft {   textbraceright }   textasciitilde ~   textasciicircum ^   textunderscore _   textregistered ®   texttrademark ™   copyright ©   textcopyright ©   textdegree °
        degree °   ldots …   dots …   textbullet •   S §   pounds £   euro €   times ×   cdot ·   pm ±   leq ≤   le ≤   geq ≥   ge ≥   neq ≠   sim ∼
        approx ≈   infty ∞   rightarrow →   to →   alpha α   beta β   gamma γ   delta δ   epsilon ε   varepsilon ε   zeta ζ   eta η   theta θ   iota ι
        kappa κ   lambda λ   mu μ   nu ν   xi ξ   pi π   rho ρ   sigma σ   tau τ   phi φ   varphi φ   chi χ   psi ψ   omega ω   Gamma Γ   Delta Δ   Theta Θ
        Lambda Λ   Xi Ξ   Pi Π   Sigma Σ   Phi Φ   Psi Ψ   Omega Ω
        """;

    const string StyleNames = """
        textit textbf textsc textrm texttt textsf textsubscript textsuperscript emph mathrm mathbf mathit mathcal mathbb text mbox hbox it bf sc rm tt em sl
        sf underline enquote url href protect relax ensuremath boldsymbol operatorname textquotesingle noopsort
        """;

    /// <summary>Combining marks by the name of their command.</summary>
    public static readonly Dictionary<char, char> Accents = AccentTable.Chunk(2).ToDictionary(p => p[0], p => p[1]);

    public static readonly Dictionary<string, string> Commands = Words(NamedSigns).Chunk(2).Select(p => (Name: p[0], Sign: p[1]))
        .Concat([(",", " "), (";", " "), (":", " "), ("!", ""), ("/", ""), ("-", ""), (" ", " "), ("\\", "\n")])
        .ToDictionary(p => p.Item1, p => p.Item2);

    /// <summary>Commands that say how their argument looks.</summary>
    public static readonly HashSet<string> Styles = [.. Words(StyleNames)];

    static string[] Words(string table) => table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
