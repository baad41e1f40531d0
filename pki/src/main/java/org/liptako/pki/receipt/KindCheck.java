package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Checks that the entries of a receipt are those of its kind, that they belong together, and that no journal is there for nothing. */
record KindCheck(ReceiptBody body) {
    /** The type of the entry by which a placement is granted. */
    static final String GRANT = "GRANT";

    /** The type of the entry by which people, and no node, say that a copy outside the federation is no more. */
    static final String ERASED_ABROAD = "EXTERNAL_COPY_ERASED";

    /** So many have to sign for that. */
    private static final int PEOPLE = 2;

    private static final Set<String> OF_A_GRANT = Set.of(GRANT, "ACCEPT", "REPLICA_GIVEN", "GRANT_WITHDRAWN");

    static KindCheck of(ReceiptBody body) {
        return new KindCheck(body);
    }

    void check(List<ProvedEntry> entries, List<ProvedJournal> journals) throws ReceiptException {
        Optional<ReceiptQuestion> question = body.asked();
        if (question.isPresent()) {
            checkAsked(question.get(), entries);
        } else {
            checkSubject(entries);
            checkUsed(entries, journals);
        }
    }

    private static void checkAsked(ReceiptQuestion question, List<ProvedEntry> entries) throws ReceiptException {
        for (ProvedEntry entry : entries) {
            if (!entry.dataset().equals(question.dataset())) {
                throw ReceiptException.refused(
                        entry.field() + ".payload",
                        "Cette entrée ne porte pas sur le jeu de données demandé.",
                        "This entry is not about the dataset that was asked for.");
            }
            Instant at = entry.at().orElse(Instant.MAX);
            if (at.isAfter(question.at())) {
                throw ReceiptException.refused(
                        entry.field() + ".payload",
                        "Cette entrée est d'après la date demandée.",
                        "This entry is of after the date that was asked for.");
            }
        }
    }

    private void checkSubject(List<ProvedEntry> entries) throws ReceiptException {
        if (entries.isEmpty()) {
            throw ReceiptException.refused("entries", "Le reçu ne porte aucune entrée.", "The receipt has no entry.");
        }
        ProvedEntry subject = entries.getFirst();
        if (!body.kind().subjects().contains(subject.type())) {
            throw ReceiptException.refused(
                    "kind",
                    "La première entrée n'est pas de celles d'un reçu de cette sorte, mais "
                            + Plain.line(subject.type()) + ".",
                    "The first entry is not one of a receipt of this kind, but " + Plain.line(subject.type()) + ".");
        }
        if (body.kind() != ReceiptKind.REFUSAL && !hasLastWord(subject)) {
            throw ReceiptException.refused(
                    subject.field() + ".state",
                    "Cette entrée n'est pas du journal de l'État qui répond de la copie.",
                    "This entry is not in the journal of the State that answers for the copy.");
        }
        if (subject.type().equals(ERASED_ABROAD)) {
            checkAbroad(subject);
        }
        for (ProvedEntry entry : entries.subList(1, entries.size())) {
            if (!belongs(subject, entry)) {
                throw ReceiptException.refused(
                        entry.field() + ".payload",
                        "Cette entrée ne va pas avec la première.",
                        "This entry does not go with the first one.");
            }
        }
    }

    private static void checkAbroad(ProvedEntry erased) throws ReceiptException {
        if (new SiteId(erased.site()).state().isPresent()) {
            throw ReceiptException.refused(
                    erased.field() + ".payload",
                    "Une copie dans la fédération est effacée par le nœud qui la tient, et non par des signatures.",
                    "A copy in the federation is erased by the node that holds it, and not by signatures.");
        }
        Set<String> signers = new HashSet<>();
        erased.node("signers").forEach(signer -> signers.add(signer.asText()));
        if (signers.size() < PEOPLE) {
            throw ReceiptException.refused(
                    erased.field() + ".payload",
                    "L'effacement d'une copie hors de la fédération demande deux signataires ; cette entrée ne les nomme pas.",
                    "The erasure of a copy outside the federation takes two people; this entry does not name them.");
        }
    }

    /** The State on whose soil the site stands answers for a copy there, the home State for one outside the federation. */
    private static boolean hasLastWord(ProvedEntry entry) {
        String dataset = entry.dataset();
        try {
            return new SiteId(entry.site())
                    .state()
                    .or(() -> State.ofCode(start(dataset)))
                    .filter(entry.state()::equals)
                    .isPresent();
        } catch (MalformedNameException e) {
            return false;
        }
    }

    /** The code of the State that an identifier begins with. */
    private static String start(String identifier) {
        return identifier.substring(0, Math.min(2, identifier.length()));
    }

    /** Nobody grants a dataset but its home State, under a serial of its own and in its own journal. */
    private static boolean isOfTheHomeState(ProvedEntry grant) {
        Optional<State> home = State.ofCode(start(grant.dataset()));
        return home.equals(Optional.of(grant.state()))
                && State.ofCode(start(grant.grant())).equals(home);
    }

    /** Nobody accepts a copy but the State on whose soil it is to lie, and only the two of a grant withdraw it. */
    private static boolean isOfWhoMaySaySo(ProvedEntry entry) {
        return switch (entry.type()) {
            case GRANT -> isOfTheHomeState(entry);
            case "ACCEPT" -> isOfTheHost(entry);
            case "GRANT_WITHDRAWN" -> isOfTheHost(entry) || isOfTheHomeState(entry);
            default -> true;
        };
    }

    private static boolean isOfTheHost(ProvedEntry entry) {
        try {
            return new SiteId(entry.site()).state().equals(Optional.of(entry.state()));
        } catch (MalformedNameException e) {
            return false;
        }
    }

    private boolean belongs(ProvedEntry subject, ProvedEntry entry) {
        boolean copy = !subject.dataset().isEmpty()
                && subject.dataset().equals(entry.dataset())
                && subject.site().equals(entry.site());
        if (!isOfWhoMaySaySo(entry)) {
            return false;
        }
        if (subject.type().equals(ERASED_ABROAD)) {
            return copy && isSignedFor(subject, entry);
        }
        boolean grant = !subject.grant().isEmpty() && subject.grant().equals(entry.grant());
        return switch (body.kind()) {
            case COPY -> copy && grant && OF_A_GRANT.contains(entry.type());
            case ERASURE ->
                copy
                        && grant
                        && (OF_A_GRANT.contains(entry.type())
                                || (entry.type().equals("ERASURE_ATTESTED")
                                        && entry.state() == subject.state()
                                        && entry.node("statement", "erasure").asLong(-1) == subject.index()));
            case REFUSAL, STATE -> false;
        };
    }

    /** A person's signature on the very document, in the same campaign, and not after the erasure that it is for. */
    private static boolean isSignedFor(ProvedEntry erased, ProvedEntry entry) {
        return entry.type().equals(ErasureSigners.SIGNED)
                && entry.state() == erased.state()
                && entry.index() < erased.index()
                && entry.text("campaign").equals(erased.text("campaign"))
                && entry.text("document").equals(erased.text("document"));
    }

    private static void checkUsed(List<ProvedEntry> entries, List<ProvedJournal> journals) throws ReceiptException {
        for (int i = 0; i < journals.size(); i++) {
            State state = journals.get(i).state();
            if (entries.stream().noneMatch(entry -> entry.state() == state)) {
                throw ReceiptException.refused(
                        "journals[" + i + "].state",
                        "Aucune entrée du reçu n'est de ce journal.",
                        "No entry of the receipt is in this journal.");
            }
        }
    }
}
