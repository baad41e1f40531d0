package org.liptako.node.cli.tour;

import java.util.List;
import java.util.stream.Stream;
import org.liptako.node.wire.Sentence;

/** What each role does first: from looking, over asking, to acting; and at last where the same stands in a browser. */
final class Tours {
    static final String HEALTH = "ML-DS-008";
    static final String LIBRARIES = "ML-DS-101";

    private Tours() {}

    static List<Stop> of(TourRole role) {
        return Stream.concat(
                        switch (role) {
                            case OPERATOR -> OperatorsTour.stops().stream();
                            case OFFICER -> OfficersTour.stops().stream();
                            case REGULATOR -> RegulatorsTour.stops().stream();
                            case ADMINISTRATOR -> AdministratorsTour.stops().stream();
                        },
                        Stream.of(pages(paper(role))))
                .toList();
    }

    /** Who asks, in most of the role's commands. */
    private static String paper(TourRole role) {
        return switch (role) {
            case OPERATOR -> TourPapers.OPERATOR;
            case OFFICER -> TourPapers.OFFICER;
            case REGULATOR -> TourPapers.REGULATOR;
            case ADMINISTRATOR -> TourPapers.ADMINISTRATOR;
        };
    }

    private static Stop pages(String who) {
        return Stop.done(
                new Sentence("Les mêmes choses dans un navigateur", "The same things in a browser"),
                new Sentence(
                        "Ouvrez le lien : il vaut une fois, deux minutes durant. L'accueil dit ce qui vous attend et où en est la fédération.",
                        "Open the link: it is good for once, for two minutes. The home page says what waits for you, and how the federation does."),
                "login",
                who);
    }
}
