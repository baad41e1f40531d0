package org.liptako.pki.name;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a validated certificate chain stands for: a State, a role in it, a site where the role has one, a bearer.
 *
 * <p>The same four facts are the path and host of the SPIFFE name; {@link #of} and {@link #nameIn} are inverse.
 *
 * @param state the State that vouches for the party
 * @param role what the party may be
 * @param site the data centre it acts for; present exactly when the role is {@linkplain Role#sited() sited}
 * @param bearer which one of them: a node's number, a person's handle; lower-case letters, digits and inner dashes
 */
public record Party(State state, Role role, @Nullable SiteId site, String bearer) {
    private static final Pattern BEARER = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    /**
     * Checks that the parts fit each other.
     *
     * @throws MalformedNameException if the parts do not make a party
     */
    public Party {
        if (role.sited() != (site != null)) {
            throw new MalformedNameException(
                    role.sited()
                            ? "Le rôle " + role.segment() + " est tenu pour un site : /" + role.segment()
                                    + "/SITE/porteur."
                            : "Le rôle " + role.segment() + " n'a pas de site : /" + role.segment() + "/porteur.",
                    role.sited()
                            ? "The role " + role.segment() + " is held for a site: /" + role.segment() + "/SITE/bearer."
                            : "The role " + role.segment() + " has no site: /" + role.segment() + "/bearer.");
        }
        if (site != null && !site.state().equals(Optional.of(state))) {
            throw new MalformedNameException(
                    "Le site " + site + " n'est pas dans l'État " + state + ".",
                    "Site " + site + " does not lie in the State " + state + ".");
        }
        if (!BEARER.matcher(bearer).matches()) {
            throw new MalformedNameException(
                    "Un porteur est fait d'au plus 32 lettres minuscules, chiffres et tirets intérieurs, comme 1 ou a-traore.",
                    "A bearer is at most 32 lower-case letters, digits and inner dashes, such as 1 or a-traore.");
        }
    }

    /**
     * A party whose role is held for a site.
     *
     * @throws MalformedNameException if the site lies in no member State
     */
    public static Party at(SiteId site, Role role, String bearer) {
        State state = site.state()
                .orElseThrow(() -> new MalformedNameException(
                        "Le site " + site + " n'est dans aucun État membre.",
                        "Site " + site + " lies in no member State."));
        return new Party(state, role, site, bearer);
    }

    /** A party whose role is held for the whole State. */
    public static Party of(State state, Role role, String bearer) {
        return new Party(state, role, null, bearer);
    }

    /**
     * The party that a name stands for.
     *
     * @throws MalformedNameException unless {@code name} names a party in {@code zone}
     */
    public static Party of(SpiffeName name, Zone zone) {
        State state = zone.stateOf(name.host())
                .orElseThrow(() -> new MalformedNameException(
                        "L'hôte du nom n'est celui d'aucun État dans " + zone + ".",
                        "The host of the name is no State's in " + zone + "."));
        List<String> segments = name.segments();
        Role role = Role.ofSegment(segments.getFirst())
                .orElseThrow(() -> new MalformedNameException(
                        "Le premier segment du nom n'est pas un rôle.",
                        "The first segment of the name is not a role."));
        if (segments.size() != (role.sited() ? 3 : 2)) {
            throw new MalformedNameException(
                    "Le rôle " + role.segment() + " se nomme /" + role.segment() + (role.sited() ? "/SITE" : "")
                            + "/porteur.",
                    "The role " + role.segment() + " is named /" + role.segment() + (role.sited() ? "/SITE" : "")
                            + "/bearer.");
        }
        return new Party(state, role, role.sited() ? new SiteId(segments.get(1)) : null, segments.getLast());
    }

    /** The data centre that the party acts for, where its role has one. */
    public Optional<SiteId> dataCentre() {
        return Optional.ofNullable(site);
    }

    /** The party's SPIFFE name in a zone. */
    public SpiffeName nameIn(Zone zone) {
        SiteId at = site;
        List<String> segments =
                at == null ? List.of(role.segment(), bearer) : List.of(role.segment(), at.value(), bearer);
        return new SpiffeName(zone.hostOf(state), segments);
    }

    /** The DNS name of a node: {@code node-1.ml-bko-1.ml.aes.internal}; empty for every other role. */
    public Optional<String> dnsNameIn(Zone zone) {
        SiteId at = site;
        return role == Role.NODE && at != null
                ? Optional.of("node-" + bearer + "." + at.label() + "." + zone.hostOf(state))
                : Optional.empty();
    }

    /** {@code ML node ML-BKO-1 1}: for logs and messages. */
    @Override
    public String toString() {
        return state + " " + role.segment() + (site == null ? "" : " " + site) + " " + bearer;
    }
}
