package org.liptako.pki.issuing;

import java.nio.file.Path;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The files of a trial tree, each at a fixed place.
 *
 * <pre>
 * aes-root.pem, aes-root.key.pem
 * ml/state-ca.pem, ml/node-ca.pem, ml/people-ca.pem                each with its .key.pem and its list .crl
 * ml/node-ca.issued, ml/people-ca.issued                           the keys that each has certified
 * ml/nodes/ML-BKO-1-1.pem                                          site, number
 * ml/people/operator-ML-BKO-1.pem, officer-1.pem, officer-2.pem, officer-3.pem, regulator.pem, administrator.pem
 * ml/people/officer-1.p12, officer-2.p12, officer-3.p12            the same keys and chains, under {@link #PASSPHRASE}
 * ml/evidence/journal.pem, ml/evidence/witness.pem                 what signs checkpoints, and what cosigns others'
 * trust/state-1.der, trust/state-1.p7s                             the first trust state and its signatures
 * ceremony.yaml, transcript.txt                                    what was declared, and what was done
 * hostile/ml-as-ne-node.pem, hostile/ml-as-ne-operator.pem         issued by Mali's CAs in Niger's name
 * hostile/foreign-root.pem, hostile/foreign-operator.pem           a tree of the same names under another root
 * </pre>
 *
 * <p>A {@code .pem} beside a {@code .key.pem} holds the chain, leaf first, without the root.
 */
public record TrialTree(Path directory) {
    /** How many legal officers each State has: two sign, and a third where much is at stake. */
    public static final int OFFICERS = 3;

    /** What opens the officers' PKCS#12 files; no secret, since the same keys lie beside them in the clear. */
    public static final String PASSPHRASE = "liptako-essai";

    /** The root: the only anchor, and the file to hand to every client. */
    public CredentialFiles root() {
        return CredentialFiles.named(directory, "aes-root");
    }

    public CredentialFiles stateCa(State state) {
        return CredentialFiles.named(of(state), "state-ca");
    }

    public CredentialFiles issuingCa(State state, Authority authority) {
        return CredentialFiles.named(
                of(state),
                switch (authority) {
                    case NODE_CA -> "node-ca";
                    case PEOPLE_CA -> "people-ca";
                });
    }

    /**
     * A node's files.
     *
     * @param number the node's number at its site, from 1
     */
    public CredentialFiles node(SiteId site, int number) {
        return CredentialFiles.named(nodes(stateOf(site)), site + "-" + number);
    }

    public CredentialFiles operator(SiteId site) {
        return CredentialFiles.named(people(stateOf(site)), "operator-" + site);
    }

    /**
     * A legal officer's files.
     *
     * @param number from 1 to {@link #OFFICERS}
     */
    public CredentialFiles officer(State state, int number) {
        return CredentialFiles.named(people(state), "officer-" + number);
    }

    /** The same officer's key and chain in one PKCS#12 file, as people are given them. */
    public Path officerPkcs12(State state, int number) {
        return people(state).resolve("officer-" + number + ".p12");
    }

    public CredentialFiles regulator(State state) {
        return CredentialFiles.named(people(state), "regulator");
    }

    public CredentialFiles administrator(State state) {
        return CredentialFiles.named(people(state), "administrator");
    }

    /** The key that signs the checkpoints of a State's journal. */
    public CredentialFiles journalKey(State state) {
        return CredentialFiles.named(of(state).resolve("evidence"), "journal");
    }

    /** The key with which a State cosigns the checkpoints of others. */
    public CredentialFiles witnessKey(State state) {
        return CredentialFiles.named(of(state).resolve("evidence"), "witness");
    }

    /** What nodes take from a directory at start: trust states and revocation lists lie anywhere below it. */
    public Path published() {
        return directory;
    }

    /** The first trust state's document; its signatures lie beside it. */
    public Path firstTrustState() {
        return directory.resolve("trust").resolve("state-1.der");
    }

    /** What was declared before anything was made. */
    public Path declaration() {
        return directory.resolve("ceremony.yaml");
    }

    /** What was done. */
    public Path transcript() {
        return directory.resolve("transcript.txt");
    }

    /** Mali's node CA names a node of Niger. */
    public CredentialFiles forgedNode() {
        return CredentialFiles.named(hostile(), "ml-as-ne-node");
    }

    /** Mali's people CA names an operator of Niger. */
    public CredentialFiles forgedOperator() {
        return CredentialFiles.named(hostile(), "ml-as-ne-operator");
    }

    /** A root of the same name with another key. */
    public CredentialFiles foreignRoot() {
        return CredentialFiles.named(hostile(), "foreign-root");
    }

    /** An operator of Mali, by name, beneath the foreign root. */
    public CredentialFiles foreignOperator() {
        return CredentialFiles.named(hostile(), "foreign-operator");
    }

    Path of(State state) {
        return directory.resolve(state.label());
    }

    Path nodes(State state) {
        return of(state).resolve("nodes");
    }

    Path people(State state) {
        return of(state).resolve("people");
    }

    Path hostile() {
        return directory.resolve("hostile");
    }

    private static State stateOf(SiteId site) {
        return site.state()
                .orElseThrow(() -> new IllegalArgumentException("Site " + site + " lies in no member State."));
    }
}
