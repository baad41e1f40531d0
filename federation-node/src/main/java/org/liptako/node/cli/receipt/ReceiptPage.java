package org.liptako.node.cli.receipt;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.liptako.node.cli.paper.PageText;
import org.liptako.node.cli.paper.QrPicture;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.receipt.ReceiptAccount;
import org.liptako.pki.receipt.ReceiptCheck;
import org.liptako.pki.receipt.Words;

/**
 * A receipt on paper, as it was found when its file was checked: what is proved, apart from what is only stated, and the digest that names the file. One that was
 * refused says so in large letters and tells nothing of what it holds. The paper itself proves nothing, and says that too.
 */
final class ReceiptPage {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private static final String STYLE = """
            @page { size: A4; margin: 14mm 16mm 16mm 20mm;
                    @bottom-left { content: "SHA-256 {digest}"; font-family: 'Liberation Mono'; font-size: 6.5pt; }
                    @bottom-right { content: "page " counter(page) " / " counter(pages); font-family: 'Liberation Serif'; font-size: 8pt; } }
            body { margin: 0; font-family: 'Liberation Serif'; font-size: 9.5pt; line-height: 1.2; word-wrap: break-word; }
            .head { min-height: 38mm; margin-right: 42mm; }
            .qr { position: absolute; top: 0; right: 0; }
            h1 { font-size: 17pt; margin: 0; }
            h1 .en { font-size: 13pt; font-weight: normal; }
            .en { font-style: italic; color: #333; }
            code { font-family: 'Liberation Mono'; font-size: 8.5pt; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            td, th { text-align: left; vertical-align: top; font-weight: normal; padding: 0.8mm 1.5mm; }
            tr { page-break-inside: avoid; }
            .facts { margin: 3mm 0; }
            .facts th { width: 34%; }
            .facts td, .facts th { border-top: 0.4pt solid #999; border-bottom: 0.4pt solid #999; }
            .verdict { margin: 3mm 0; padding: 2mm 3mm; border: 1pt solid #000; font-size: 11pt; font-weight: bold; }
            .verdict .en { font-weight: normal; }
            .refused .en { display: block; }
            .refused { border: 3pt solid #000; font-size: 24pt; line-height: 1.1; }
            .part { -fs-table-paginate: paginate; margin: 3mm 0 0 0; }
            .part th { font-size: 11pt; font-weight: bold; padding: 1.2mm 1.5mm; border: 0.8pt solid #000; }
            .part th .en { font-weight: normal; }
            .proved th { background: #000; color: #fff; }
            .proved th .en { color: #fff; }
            .proved td { border-bottom: 0.3pt solid #999; }
            .stated th { border-style: dashed; }
            .stated td { border-bottom: 0.3pt dashed #999; color: #222; }
            .check { margin: 4mm 0 0 0; page-break-inside: avoid; }
            """;

    private final StringBuilder page = new StringBuilder();
    private final CheckedFile file;

    private ReceiptPage(CheckedFile file) {
        this.file = file;
    }

    /** The page, as HTML. */
    static String of(ReceiptCheck check, CheckedFile file) {
        ReceiptPage page = new ReceiptPage(file);
        page.head();
        switch (check) {
            case ReceiptCheck.Proved proved -> page.proved(proved.account());
            case ReceiptCheck.Refused refused -> page.refused(refused);
        }
        return page.end();
    }

    private void head() {
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fr\"><head><title>Liptako ")
                .append(file.digest().hex())
                .append("</title><style>")
                .append(STYLE.replace("{digest}", file.digest().hex()))
                .append("</style></head><body>");
    }

    private void proved(ReceiptAccount account) {
        title(account.kind().title());
        page.append("<div class=\"verdict\">")
                .append(both(new Words(
                        "Vérifié : tout ce que ce reçu dit prouver est prouvé.",
                        "Verified: all that this receipt claims to prove is proved.")))
                .append("</div><table class=\"facts\">");
        facts();
        fact("Fait le", "Made at", time(account.madeAt()));
        page.append("</table></div>");
        part("proved", new Words("Prouvé", "Proved"), account.proved());
        part("stated", new Words("Seulement déclaré", "Only stated"), account.stated());
    }

    private void refused(ReceiptCheck.Refused refused) {
        title(new Words("Reçu", "Receipt"));
        page.append("<div class=\"verdict refused\">")
                .append(both(new Words("REFUSÉ : CE FICHIER NE PROUVE RIEN.", "REFUSED: THIS FILE PROVES NOTHING.")))
                .append("</div><table class=\"facts\">");
        facts();
        fact("Champ en cause", "Field at fault", "<code>" + PageText.exact(refused.field()) + "</code>");
        fact("Motif", "Reason", both(refused.words()));
        page.append("</table></div>");
    }

    private void title(Words title) {
        page.append("<div class=\"head\">")
                .append(QrPicture.of("sha256:" + file.digest().hex()))
                .append("<h1>")
                .append(both(title))
                .append("</h1>");
    }

    private void facts() {
        fact("Fichier", "File", PageText.exact(file.name()));
        fact(
                "SHA-256 du fichier",
                "SHA-256 of the file",
                "<code>" + PageText.grouped(file.digest().hex()) + "</code>");
        fact("Contrôlé le", "Checked at", time(file.at()));
        for (Digest root : file.roots()) {
            fact("Racine crue, SHA-256", "Root believed, SHA-256", "<code>" + PageText.grouped(root.hex()) + "</code>");
        }
    }

    private void fact(String fr, String en, String value) {
        page.append("<tr><th>")
                .append(both(new Words(fr, en)))
                .append("</th><td>")
                .append(value)
                .append("</td></tr>");
    }

    /** A table of two columns, a language each, so that a line in one stands beside the same in the other. */
    private void part(String style, Words title, List<Words> lines) {
        page.append("<table class=\"part ").append(style).append("\"><thead>");
        row("th", title);
        page.append("</thead><tbody>");
        lines.forEach(words -> row("td", words));
        page.append("</tbody></table>");
    }

    private void row(String cell, Words words) {
        page.append("<tr><")
                .append(cell)
                .append(">")
                .append(PageText.of(words.fr()))
                .append("</")
                .append(cell)
                .append("><")
                .append(cell)
                .append("><span class=\"en\">")
                .append(PageText.of(words.en()))
                .append("</span></")
                .append(cell)
                .append("></tr>");
    }

    private String end() {
        page.append("<table class=\"check\">");
        row(
                "td",
                new Words(
                        "Ce papier ne prouve rien : le fichier prouve. Pour contrôler le fichier, avec un ordinateur"
                                + " qui n'a pas besoin de réseau :",
                        "This paper proves nothing: the file does. To check the file, on a computer that needs no"
                                + " network:"));
        page.append("<tr><td colspan=\"2\"><code>sha256sum ")
                .append(PageText.exact(file.name()))
                .append("</code></td></tr>");
        row(
                "td",
                new Words(
                        "doit donner l'empreinte SHA-256 ci-dessus, chiffre pour chiffre (le code QR la porte) ; puis",
                        "must give the SHA-256 above, digit for digit (the QR code bears it); then"));
        page.append("<tr><td colspan=\"2\"><code>liptako verify ")
                .append(PageText.exact(file.name()))
                .append(" --root aes-root.pem</code></td></tr>");
        row(
                "td",
                new Words(
                        "redit les lignes de cette page, ou nomme le champ en cause.",
                        "says the lines of this page again, or names the field at fault."));
        return page.append("</table></body></html>").toString();
    }

    private static String time(Instant instant) {
        return PageText.of(SECOND.format(instant.atOffset(ZoneOffset.UTC)));
    }

    private static String both(Words words) {
        return PageText.of(words.fr()) + " <span class=\"en\">/ " + PageText.of(words.en()) + "</span>";
    }
}
