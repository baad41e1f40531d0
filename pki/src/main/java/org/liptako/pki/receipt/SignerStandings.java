package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the revocation lists of a receipt tell of those who signed in it; none of them is revoked by any.
 *
 * @param shown who is shown not to have been revoked when they signed
 * @param unknown of whom, or of a CA above whom, no list here tells
 * @param lists when each list was made; empty where the receipt carries none
 */
record SignerStandings(List<Words> shown, List<Words> unknown, List<Instant> lists) {
    SignerStandings {
        shown = List.copyOf(shown);
        unknown = List.copyOf(unknown);
        lists = lists.stream().sorted().toList();
    }

    /** What the lists prove; nothing where there are none. */
    List<Words> proved() {
        if (shown.isEmpty()) {
            return List.of();
        }
        return List.of(new Words(
                "Les listes de révocation que porte ce reçu, datées du " + lists.getFirst() + " au " + lists.getLast()
                        + ", ne révoquent aucun de ces signataires à l'heure où il a signé : " + french(shown) + ".",
                "The revocation lists in this receipt, dated from " + lists.getFirst() + " to " + lists.getLast()
                        + ", revoke none of these signers as of when they signed: " + english(shown) + "."));
    }

    /** What they leave open. */
    List<Words> stated(long trust) {
        if (lists.isEmpty()) {
            return List.of(new Words(
                    "Ce reçu ne porte aucune liste de révocation : des certificats révoqués, avant ou après l'état de"
                            + " confiance n° " + trust + ", il ne connaît que les autorités d'État que cet état nomme,"
                            + " et seulement pour son sceau.",
                    "This receipt carries no revocation list: of certificates revoked, before or after trust state "
                            + trust + ", it knows only the State CAs that this state names, and only for its seal."));
        }
        List<Words> stated = new ArrayList<>();
        if (!unknown.isEmpty()) {
            stated.add(new Words(
                    "Aucune liste de ce reçu ne dit si était révoqué, à l'heure où il a signé : " + french(unknown)
                            + ".",
                    "No list in this receipt says whether these were revoked when they signed: " + english(unknown)
                            + "."));
        }
        stated.add(new Words(
                "Une révocation publiée après ces listes ne se voit pas ici.",
                "A revocation published after these lists does not show here."));
        return stated;
    }

    private static String french(List<Words> names) {
        return names.stream().map(Words::fr).collect(Collectors.joining(" ; "));
    }

    private static String english(List<Words> names) {
        return names.stream().map(Words::en).collect(Collectors.joining("; "));
    }
}
