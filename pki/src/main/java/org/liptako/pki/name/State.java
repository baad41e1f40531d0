package org.liptako.pki.name;

import java.util.Locale;
import java.util.Optional;

/** A member State of the Alliance, by its ISO 3166-1 alpha-2 code. */
public enum State {
    ML("Mali", "Mali"),
    BF("Burkina Faso", "Burkina Faso"),
    NE("Niger", "Niger");

    private final String french;
    private final String english;

    State(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** The State whose code this is, in capitals; empty for any other text. */
    public static Optional<State> ofCode(String code) {
        for (State state : values()) {
            if (state.name().equals(code)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }

    /** The organisation in a certificate's subject; the same in both languages. */
    public String organisation() {
        return french;
    }

    /** The State's label in host names and its directory in a trial tree: {@code ml}, {@code bf}, {@code ne}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
