package org.liptako.policy.writing;

import java.util.List;

/** A condition as it will be written. */
sealed interface ConditionPiece {
    /** The longest condition that is written on one line. */
    int LONGEST_LINE = 100;

    /** One form over a fact, such as {@code {fait: lieu.etat, est: BF}}. */
    record Form(String text) implements ConditionPiece {}

    /** {@code tous} or {@code un_de} of some. */
    record Group(String word, List<ConditionPiece> parts) implements ConditionPiece {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /** {@code pas} of one. */
    record Not(ConditionPiece part) implements ConditionPiece {}

    /** On one line. */
    default String flow() {
        return switch (this) {
            case Form form -> form.text();
            case Group group ->
                "{" + group.word() + ": ["
                        + String.join(
                                ", ",
                                group.parts().stream().map(ConditionPiece::flow).toList())
                        + "]}";
            case Not not -> "{pas: " + not.part().flow() + "}";
        };
    }

    /** As it stands behind a key: on one line if it fits, else as a block. */
    default String behindKey() {
        String flow = flow();
        return flow.length() <= LONGEST_LINE ? flow : "\n" + block();
    }

    /** Over several lines, each key at its beginning. */
    private String block() {
        return switch (this) {
            case Form form -> form.text();
            case Group group ->
                group.word() + ":\n"
                        + String.join(
                                "\n",
                                group.parts().stream()
                                        .map(part -> "  - " + YamlText.indented(part.item(), 4))
                                        .toList());
            case Not not ->
                "pas:"
                        + (not.part() instanceof Form form
                                ? " " + form.text()
                                : "\n  " + YamlText.indented(not.part().block(), 2));
        };
    }

    private String item() {
        String flow = flow();
        return flow.length() <= LONGEST_LINE ? flow : block();
    }
}
