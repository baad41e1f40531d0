package org.liptako.node.cli.courier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierFile;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Printable;

/** The paper that goes with a disk: what it is, from whom and to whom, how to check it, and who had it in hand. Nothing on it is secret. */
final class SlipPage {
    /** More lines than that nobody compares by hand: the seal covers the label, and the label's node vouches for the rest. */
    private static final int MOST_FILES = 40;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private static final String STYLE = """
            @page { size: A4; margin: 16mm 18mm; }
            body { font-family: 'Liberation Serif'; font-size: 10.5pt; }
            h1 { font-size: 17pt; margin: 0; }
            .en { font-style: italic; color: #333; }
            .disk { font-size: 26pt; font-weight: bold; margin: 4mm 0; }
            table { width: 100%; border-collapse: collapse; margin: 3mm 0; }
            th, td { text-align: left; vertical-align: top; border: 0.4pt solid #777; padding: 1.4mm 2mm; font-weight: normal; }
            th { width: 34%; }
            code { font-family: 'Liberation Mono'; font-size: 9pt; }
            .hands td { height: 13mm; width: 18%; }
            .hands th { width: 24%; }
            .hands td.sign { width: 34%; }
            h1 .en, .disk .en { font-weight: normal; }
            .small code { font-size: 7.5pt; }
            """;

    private SlipPage() {}

    static String of(CourierDisk disk) {
        var page = new StringBuilder();
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>")
                .append(text("Liptako " + disk.getGrant() + " " + disk.getDisk() + "/" + disk.getDisks()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>")
                .append("<h1>Bordereau de disque de transport <span class=\"en\">/ Courier disk slip</span></h1>")
                .append("<div class=\"disk\">Disque ")
                .append(disk.getDisk())
                .append(" sur ")
                .append(disk.getDisks())
                .append(" <span class=\"en\">/ Disk ")
                .append(disk.getDisk())
                .append(" of ")
                .append(disk.getDisks())
                .append("</span></div><table>");
        row(page, "De", "From", text(disk.getSourceSite()));
        row(page, "À", "To", text(disk.getTargetSite()));
        row(page, "Jeu de données", "Dataset", text(disk.getDataset()));
        row(page, "Autorisation", "Grant", code(disk.getGrant()));
        row(page, "Version", "Version", code(DiskTable.grouped(disk.getVersionRoot())));
        row(page, "Écrit le", "Written at", text(onPaper(disk.getWrittenAt())));
        row(page, "Entrée du journal", "Journal entry", text(Long.toString(disk.getJournalIndex())));
        row(
                page,
                "Contenu",
                "Content",
                text(Count.fr(disk.getFilesCount(), "fichier") + " / " + Count.en(disk.getFilesCount(), "file") + ", "
                        + Count.fr(disk.getBytes(), "octet") + " / " + Count.en(disk.getBytes(), "byte")));
        row(
                page,
                "Sceau (SHA-256 de LIPTAKO.DSK)",
                "Seal (SHA-256 of LIPTAKO.DSK)",
                code(DiskTable.grouped(disk.getSeal())));
        page.append("</table>");
        advice(page);
        hands(page);
        files(page, disk);
        return page.append("</body></html>").toString();
    }

    /** To the minute and in universal time: the paper goes from one country to another. */
    private static String onPaper(String instant) {
        try {
            return MINUTE.format(Instant.parse(instant).atOffset(ZoneOffset.UTC));
        } catch (DateTimeParseException other) {
            return instant;
        }
    }

    private static void advice(StringBuilder page) {
        page.append("<p>À l'arrivée : <code>sha256sum LIPTAKO.DSK</code> doit donner le sceau ci-dessus ; puis"
                        + " <code>liptako courier import</code>. Le disque est chiffré pour le seul centre destinataire :"
                        + " sans la clé de ce centre, personne n'y lit rien. Perdu, volé ou ouvert en route : prévenez"
                        + " l'exploitant du centre d'où il vient.</p>")
                .append("<p class=\"en\">On arrival: <code>sha256sum LIPTAKO.DSK</code> must give the seal above; then"
                        + " <code>liptako courier import</code>. The disk is encrypted to the receiving data centre alone:"
                        + " without that centre's key nobody reads anything on it. Lost, stolen or opened on the way: tell"
                        + " the operator of the data centre it comes from.</p>");
    }

    private static void hands(StringBuilder page) {
        page.append("<table class=\"hands\"><tr><th>En mains <span class=\"en\">/ In hand</span></th>"
                + "<td>Nom <span class=\"en\">/ Name</span></td><td>Date, heure <span class=\"en\">/ Date, time</span></td>"
                + "<td class=\"sign\">Signature</td></tr>");
        for (var line : new String[][] {
            {"Remis par", "Handed over by"}, {"Transporté par", "Carried by"}, {"Reçu par", "Received by"}
        }) {
            page.append("<tr><th>")
                    .append(line[0])
                    .append(" <span class=\"en\">/ ")
                    .append(line[1])
                    .append("</span></th><td></td><td></td><td></td></tr>");
        }
        page.append("</table>");
    }

    private static void files(StringBuilder page, CourierDisk disk) {
        if (disk.getFilesCount() == 0 || disk.getFilesCount() > MOST_FILES) {
            return;
        }
        page.append(
                "<table class=\"small\"><tr><th>Fichier <span class=\"en\">/ File</span></th><td>SHA-256</td></tr>");
        for (CourierFile file : disk.getFilesList()) {
            page.append("<tr><th>")
                    .append(code(file.getName()))
                    .append(" (")
                    .append(file.getBytes())
                    .append(")</th><td>")
                    .append(code(file.getSha256()))
                    .append("</td></tr>");
        }
        page.append("</table>");
    }

    private static void row(StringBuilder page, String french, String english, String value) {
        page.append("<tr><th>")
                .append(french)
                .append(french.equals(english) ? "" : " <span class=\"en\">/ " + english + "</span>")
                .append("</th><td>")
                .append(value)
                .append("</td></tr>");
    }

    private static String code(String value) {
        return "<code>" + text(value) + "</code>";
    }

    private static String text(String value) {
        return Printable.line(value, 500)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
