package org.liptako.node.cli.replica;

import org.liptako.exchange.v1.DamagedFile;
import org.liptako.exchange.v1.UnreadCopy;
import org.liptako.exchange.v1.VerifiedCopy;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Paragraph;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;

/** What reading a copy has shown, as a person reads it: the version whole on a line of its own, then what is wrong, then what follows. */
final class VerdictText {
    private static final int INDENT = 2;

    private VerdictText() {}

    static boolean isSound(VerifiedCopy copy) {
        return !copy.hasInRepair() && copy.getDamaged() == 0;
    }

    /** Whether nothing is to be done about it: it is sound, or no copy of the journal's any more. */
    static boolean isInOrder(VerifiedCopy copy) {
        return isSound(copy) || copy.getUnread() == UnreadCopy.UNREAD_COPY_REPLACED;
    }

    static void print(VerifiedCopy copy, Screen screen) {
        screen.line(standing(copy, screen.language()));
        Paragraph.print(screen, INDENT, copy.getVersionRoot());
        copy.getFilesList().forEach(file -> Paragraph.print(screen, INDENT, file(file, screen.language())));
        Paragraph.print(screen, INDENT, "→ " + next(copy, screen.language()));
    }

    private static String standing(VerifiedCopy copy, Language language) {
        if (copy.hasInRepair()) {
            return unread(copy, language);
        }
        return isSound(copy)
                ? language.choose(
                        Count.isOneInFrench(copy.getChunks())
                                ? "INTACTE  son bloc est celui du manifeste"
                                : "INTACTE  les " + copy.getChunks() + " blocs sont ceux du manifeste",
                        copy.getChunks() == 1
                                ? "SOUND  its chunk is the manifest's"
                                : "SOUND  all " + copy.getChunks() + " chunks are the manifest's")
                : language.choose(
                        "ENDOMMAGÉE  " + Count.fr(copy.getDamaged(), "bloc") + " sur " + copy.getChunks(),
                        "DAMAGED  " + Count.en(copy.getDamaged(), "chunk") + " of " + copy.getChunks());
    }

    private static String unread(VerifiedCopy copy, Language language) {
        return switch (copy.getUnread()) {
            case UNREAD_COPY_GONE ->
                language.choose(
                        "DISPARUE  rien n'en est plus sur ce site", "GONE  nothing of it is at this site any more");
            case UNREAD_COPY_MANIFEST ->
                language.choose(
                        "MANIFESTE ENDOMMAGÉ  rien n'est dit des octets",
                        "MANIFEST DAMAGED  nothing is said of the bytes");
            case UNREAD_COPY_REPLACED ->
                language.choose(
                        "REMPLACÉE  endommagée, et donnée à personne", "REPLACED  damaged, and given to nobody");
            case UNREAD_COPY_IN_REPAIR, UNREAD_COPY_UNSPECIFIED, UNRECOGNIZED ->
                language.choose("EN RÉPARATION", "BEING REPAIRED");
        };
    }

    private static String file(DamagedFile file, Language language) {
        return language.choose(
                file.getPath() + " : " + Count.fr(file.getChunks(), "bloc") + ", dès le bloc " + file.getFirstChunk(),
                file.getPath() + ": " + Count.en(file.getChunks(), "chunk") + ", from chunk " + file.getFirstChunk()
                        + " on");
    }

    private static String next(VerifiedCopy copy, Language language) {
        if (copy.hasInRepair()) {
            return language.choose(
                    copy.getInRepair().getFr(), copy.getInRepair().getEn());
        }
        if (isSound(copy)) {
            return copy.getPublished()
                    ? language.choose("C'est ce que cet État a publié.", "This is what this State has published.")
                    : language.choose("C'est inscrit au journal.", "The journal says so.");
        }
        return copy.getPublished()
                ? language.choose(
                        "Ce que cet État a publié n'est pas réparé de lui-même : remettez ces fichiers en place, ou"
                                + " publiez à nouveau. Aucun bloc faux n'est donné.",
                        "What this State has published is not mended by itself: put these files back, or publish"
                                + " anew. No wrong chunk is given.")
                : language.choose(
                        "La copie n'est plus donnée à personne ; le nœud la répare de lui-même auprès des autres"
                                + " détenteurs, puis l'inscrit au journal. Répétez cette commande pour voir où il en est.",
                        "The copy is given to nobody now; the node repairs it by itself from other holders, then"
                                + " journals it. Repeat this command to see how that goes.");
    }
}
