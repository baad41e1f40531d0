package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Party;
import org.liptako.pki.trust.NodeAddress;
import org.liptako.pki.trust.SigningRight;

/**
 * What a declaration says of a trust state besides roots and State CAs. A list that it gives replaces the predecessor's; one that it leaves out stays.
 *
 * @param rights who may sign what; null to stay
 * @param least from which number on the lists of some CAs are believed; null to stay
 * @param nodes where nodes are reached; null to stay
 * @param keys checkpoint and storage keys; null to stay
 */
record TrustTerms(
        @Nullable List<SigningRight> rights,
        @Nullable List<Least> least,
        @Nullable List<NodeAddress> nodes,
        @Nullable List<HeldKey> keys) {
    /** The least number for the CA of that certificate. */
    record Least(Path authority, int number) {}

    /** A key that outlives nodes. */
    record HeldKey(Party holder, Path certificate) {}

    Optional<List<SigningRight>> declaredRights() {
        return Optional.ofNullable(rights);
    }

    Optional<List<Least>> declaredLeast() {
        return Optional.ofNullable(least);
    }

    Optional<List<NodeAddress>> declaredNodes() {
        return Optional.ofNullable(nodes);
    }

    Optional<List<HeldKey>> declaredKeys() {
        return Optional.ofNullable(keys);
    }

    Stream<Path> files() {
        return Stream.concat(
                declaredLeast().stream().flatMap(List::stream).map(Least::authority),
                declaredKeys().stream().flatMap(List::stream).map(HeldKey::certificate));
    }

    /** For the dry run and the transcript; empty if all stays. */
    String french() {
        return told("droits", "personnes de", "États", "numéros minimaux", "nœuds", "clés");
    }

    /** For the dry run and the transcript; empty if all stays. */
    String english() {
        return told("rights", "people of", "States", "least numbers", "nodes", "keys");
    }

    private String told(String right, String people, String states, String number, String node, String key) {
        return part(
                        right,
                        declaredRights(),
                        one -> one.act().code() + " " + one.people() + " " + people + " " + one.states() + " " + states)
                + part(number, declaredLeast(), one -> one.authority().getFileName() + " " + one.number())
                + part(node, declaredNodes(), one -> one.node() + " " + one.host() + ":" + one.port())
                + part(
                        key,
                        declaredKeys(),
                        one -> one.holder() + " " + one.certificate().getFileName());
    }

    private static <T> String part(String title, Optional<List<T>> declared, Function<T, String> word) {
        return declared.map(list -> "; " + title + ": "
                        + (list.isEmpty() ? "-" : list.stream().map(word).collect(Collectors.joining(", "))))
                .orElse("");
    }
}
