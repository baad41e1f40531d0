package org.liptako.pki.receipt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;

/** Puts into words what was proved, and sets apart what was not. */
record AccountWriter(
        ReceiptBody body,
        long trust,
        List<ProvedJournal> journals,
        List<ProvedEntry> entries,
        Party maker,
        SignerStandings signers) {

    ReceiptAccount write(Digest digest) {
        List<Words> proved = new ArrayList<>();
        body.asked().ifPresent(question -> proved.add(asked(question)));
        for (ProvedEntry entry : entries) {
            proved.add(inJournal(entry));
            proved.addAll(EventWords.of(entry));
        }
        journals.forEach(journal -> proved.add(checkpoint(journal)));
        proved.add(
                new Words(
                        "Les clés des journaux sont celles de l'état de confiance n° " + trust
                                + ", que le nombre voulu d'administrateurs de plusieurs États a signé, sous la racine donnée.",
                        "The journals' keys are those of trust state " + trust
                                + ", which as many administrators of several States as it takes have signed, under the root given."));
        if (isSignedHere()) {
            proved.add(
                    new Words(
                            "Les signatures sur ce document sont dans ce reçu, et sont celles des personnes nommées : deux au moins, de noms et de clés différents.",
                            "The signatures on that document are in this receipt, and are those of the people named: two at least, of different names and keys."));
        }
        proved.addAll(signers.proved());
        proved.add(new Words(
                "Ce reçu, octet pour octet, a été scellé par " + maker + ".",
                "This receipt, byte for byte, was sealed by " + maker + "."));
        return new ReceiptAccount(body.kind(), body.madeAt(), proved, stated(), digest);
    }

    private static Words asked(ReceiptQuestion question) {
        String dataset = Plain.line(question.dataset());
        return new Words(
                "Ce que les journaux ci-dessous disent de " + dataset + " jusqu'au " + question.at() + " :",
                "What the journals below say of " + dataset + " up to " + question.at() + ":");
    }

    private Words inJournal(ProvedEntry entry) {
        ProvedJournal journal = journals.stream()
                .filter(one -> one.state() == entry.state())
                .findFirst()
                .orElseThrow();
        String fr = "L'entrée " + entry.index() + " du journal du "
                + entry.state().french() + " est " + Plain.line(entry.type());
        String en = "Entry " + entry.index() + " of the journal of "
                + entry.state().english() + " is " + Plain.line(entry.type());
        return journal.thereBy()
                .map(time -> new Words(
                        fr + " ; elle y était au plus tard le " + time + ", disent ses témoins.",
                        en + "; it was there by " + time + ", say its witnesses."))
                .orElseGet(() -> new Words(
                        fr + " ; aucun autre État ne dit depuis quand.", en + "; no other State says since when."));
    }

    static Words checkpoint(ProvedJournal journal) {
        long size = journal.checkpoint().size();
        String fr = "Le " + journal.state().french() + " a signé son journal de " + size
                + (size < 2 ? " entrée ; " : " entrées ; ");
        String en = journal.state().english() + " has signed its journal of " + size
                + (size == 1 ? " entry; " : " entries; ");
        if (journal.cosigned().isEmpty()) {
            return new Words(fr + "aucun témoin ne l'a cosigné.", en + "no witness has cosigned it.");
        }
        boolean alone = journal.cosigned().size() == 1;
        return new Words(
                fr + "cosigné par " + cosigned(journal.cosigned(), true) + ", qui " + (alone ? "n'a vu" : "n'ont vu")
                        + " ce journal que croître.",
                en + "cosigned by " + cosigned(journal.cosigned(), false) + ", who " + (alone ? "has" : "have")
                        + " seen this journal only grow.");
    }

    private static String cosigned(Map<State, Instant> cosigned, boolean french) {
        return cosigned.entrySet().stream()
                .map(one -> (french
                                ? "le " + one.getKey().french() + " le "
                                : one.getKey().english() + " at ")
                        + one.getValue().truncatedTo(ChronoUnit.SECONDS))
                .collect(Collectors.joining(french ? " et " : " and "));
    }

    private List<Words> stated() {
        List<Words> stated = new ArrayList<>();
        boolean abroad = !body.kind().isAsked() && entries.getFirst().type().equals(KindCheck.ERASED_ABROAD);
        stated.addAll(abroad ? StatedWords.ofErasureAbroad(isSignedHere()) : StatedWords.of(body.kind()));
        if (isUnderAGrantThatIsNotHere()) {
            stated.add(new Words(
                    "L'octroi de l'État d'origine n'est pas dans ce reçu.",
                    "The home State's grant is not in this receipt."));
        }
        entries.forEach(entry -> stated.addAll(StatedWords.ofOperator(entry)));
        stated.add(new Words(
                "Les heures écrites dans les entrées, et celle du reçu (" + body.madeAt()
                        + "), sont celles des horloges des nœuds.",
                "The times written in entries, and that of the receipt (" + body.madeAt()
                        + "), are by the nodes' clocks."));
        stated.addAll(signers.stated(trust));
        return stated;
    }

    /** Whether the signatures on an erasure abroad are here, and so were checked. */
    private boolean isSignedHere() {
        return body.kind() == ReceiptKind.ERASURE
                && entries.stream().anyMatch(entry -> entry.type().equals(ErasureSigners.SIGNED));
    }

    /** Whether the entry that the receipt is for names a grant, and no entry gives it. */
    private boolean isUnderAGrantThatIsNotHere() {
        return !body.kind().isAsked()
                && !entries.getFirst().grant().isEmpty()
                && entries.stream().noneMatch(entry -> entry.type().equals(KindCheck.GRANT));
    }
}
