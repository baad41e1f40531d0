package org.liptako.node.exchange.courier;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/** What is wrong with a disk that is of use all the same; one sentence each, and not more than a person reads. Not thread-safe. */
final class DiskFaults {
    private static final int MOST = 20;
    private static final int MOST_SHOWN = 80;

    private final List<Sentence> told = new ArrayList<>();
    private int untold;

    List<Sentence> told() {
        List<Sentence> all = new ArrayList<>(told);
        if (untold > 0) {
            all.add(new Sentence("Et " + untold + " autres défauts.", "And " + untold + " other faults."));
        }
        return List.copyOf(all);
    }

    void stranger(String file) {
        add(
                "« " + shown(file) + " » n'est pas un fichier de disque de transport ; il n'a pas été lu.",
                "\"" + shown(file) + "\" is no file of a courier disk; it was not read.");
    }

    void unfinished() {
        add(
                "L'écriture de ce disque n'a pas été menée à son terme ; ce qui était fini a été pris.",
                "This disk was not written to its end; what was finished was taken.");
    }

    void noLabel() {
        add(
                "L'étiquette LIPTAKO.DSK manque ; les conteneurs ont été pris pour ce qu'ils disent d'eux-mêmes.",
                "The label LIPTAKO.DSK is missing; the containers were taken for what they say of themselves.");
    }

    void labelUnreadable() {
        add(
                "L'étiquette LIPTAKO.DSK est endommagée ; les conteneurs ont été pris pour ce qu'ils disent"
                        + " d'eux-mêmes.",
                "The label LIPTAKO.DSK is damaged; the containers were taken for what they say of themselves.");
    }

    void labelOfNobody() {
        add(
                "L'étiquette LIPTAKO.DSK n'est pas signée par le nœud qui donne la copie ; elle n'a pas été crue.",
                "The label LIPTAKO.DSK is not signed by the node that gives the copy; it was not believed.");
    }

    void labelOfAnother() {
        add(
                "L'étiquette LIPTAKO.DSK est celle d'une autre copie ; les conteneurs ont été pris pour ce qu'ils"
                        + " disent d'eux-mêmes.",
                "The label LIPTAKO.DSK is another copy's; the containers were taken for what they say of themselves.");
    }

    void foreign(String file) {
        add(
                "« " + shown(file) + " » est d'une autre copie, ou pour un autre centre ; il n'a pas été lu.",
                "\"" + shown(file) + "\" is of another copy, or for another data centre; it was not read.");
    }

    void notSealed(String file) {
        add(
                "« " + shown(file) + " » n'est pas un fichier scellé, ou son début est endommagé ; il n'a pas été lu.",
                "\"" + shown(file) + "\" is no sealed file, or its beginning is damaged; it was not read.");
    }

    void unreadable(String file) {
        add(
                "Le début de « " + shown(file) + " » est endommagé ; rien n'en a été pris.",
                "The beginning of \"" + shown(file) + "\" is damaged; nothing of it was taken.");
    }

    void ofAnotherDisk(String file, int disk) {
        add(
                "« " + shown(file) + " » est du disque " + disk + " de la même copie ; il a été pris.",
                "\"" + shown(file) + "\" is of disk " + disk + " of the same copy; it was taken.");
    }

    void missing(int containers, String first) {
        add(
                "Il manque " + Count.fr(containers, "conteneur") + ", dont " + first
                        + " ; leurs blocs viendront autrement.",
                Count.en(containers, "container is missing", "containers are missing") + ", " + first
                        + " among them; their chunks come otherwise.");
    }

    void damaged(String file, int chunks) {
        add(
                Count.fr(chunks, "bloc endommagé ou coupé", "blocs endommagés ou coupés") + " dans « " + shown(file)
                        + " » ; ce qui manque viendra autrement.",
                Count.en(chunks, "chunk damaged or cut off", "chunks damaged or cut off") + " in \"" + shown(file)
                        + "\"; what is missing comes otherwise.");
    }

    void wrong(String file, int chunks) {
        add(
                Count.fr(chunks, "bloc qui n'est pas du manifeste", "blocs qui ne sont pas du manifeste") + " dans « "
                        + shown(file) + " » ; aucun n'a été gardé.",
                Count.en(chunks, "chunk that is not the manifest's", "chunks that are not the manifest's") + " in \""
                        + shown(file) + "\"; none was kept.");
    }

    private void add(String fr, String en) {
        if (told.size() < MOST) {
            told.add(new Sentence(fr, en));
        } else {
            untold++;
        }
    }

    private static String shown(String file) {
        return Printable.line(file, MOST_SHOWN);
    }
}
