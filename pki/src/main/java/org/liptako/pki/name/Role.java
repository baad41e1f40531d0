package org.liptako.pki.name;

import static org.liptako.pki.name.Authority.NODE_CA;
import static org.liptako.pki.name.Authority.PEOPLE_CA;

import java.util.Locale;
import java.util.Optional;

/**
 * What a certificate lets its bearer be; the first segment of its SPIFFE name.
 *
 * <p>A role bound to a site ({@link #sited()}) is named {@code /role/SITE/bearer} and acts for that site alone; the
 * others are named {@code /role/bearer}.
 */
public enum Role {
    /** A federation node. */
    NODE(NODE_CA, true),
    /** A program of a data centre that calls its node. */
    SYSTEM(NODE_CA, true),
    /** A key that signs journal checkpoints. */
    EVIDENCE(NODE_CA, false),
    /** A key that courier disks are encrypted to. */
    STORAGE(NODE_CA, true),
    /** A person who runs a data centre. */
    OPERATOR(PEOPLE_CA, true),
    /** A legal officer, who signs rules. */
    OFFICER(PEOPLE_CA, false),
    /** A person of a data-protection authority. */
    REGULATOR(PEOPLE_CA, false),
    /** A person who enrols nodes and people for a State. */
    ADMINISTRATOR(PEOPLE_CA, false);

    private final Authority authority;
    private final boolean sited;

    Role(Authority authority, boolean sited) {
        this.authority = authority;
        this.sited = sited;
    }

    /** The role that a path segment names; empty for any other text, capitals included. */
    public static Optional<Role> ofSegment(String segment) {
        for (Role role : values()) {
            if (role.segment().equals(segment)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** The first segment of the SPIFFE path. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The only CA that may issue this role. */
    public Authority authority() {
        return authority;
    }

    /** Whether the role is held for one site. */
    public boolean sited() {
        return sited;
    }

    /** The role as a word in a subject's common name. */
    public String title() {
        return name().charAt(0) + segment().substring(1);
    }
}
