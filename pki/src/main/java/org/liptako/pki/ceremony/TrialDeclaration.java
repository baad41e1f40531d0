package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RoleProfile;
import org.liptako.pki.trust.EvidenceKeys;

/**
 * Declares a whole region as any ceremony is declared, but that it is one ceremony where a real region holds seven, and
 * that no key is encrypted.
 */
final class TrialDeclaration {
    /** As long as a list may live: nobody signs the lists of a trial by the day. */
    private static final int DAYS = 92;

    private final TrialPlan plan;
    private final TrialTree tree;
    private final StringBuilder keys = new StringBuilder();
    private final StringBuilder acts = new StringBuilder();

    private TrialDeclaration(TrialPlan plan, TrialTree tree) {
        this.plan = plan;
        this.tree = tree;
    }

    static String of(TrialPlan plan, TrialTree tree) {
        return new TrialDeclaration(plan, tree).text();
    }

    private String text() {
        declareKey(tree.root());
        act("make: root, number: 1, key: %s, certificate: %s"
                .formatted(name(tree.root()), told(tree.root().certificate())));
        for (State state : State.values()) {
            certify("make: state-ca, state: " + state, tree.root(), tree.stateCa(state));
            for (Authority authority : Authority.values()) {
                String word = authority == Authority.NODE_CA ? "node" : "people";
                certify(
                        "make: issuing-ca, state: " + state + ", authority: " + word,
                        tree.stateCa(state),
                        tree.issuingCa(state, authority));
            }
            certifyParties(state);
        }
        signLists();
        drawTrustState();
        return """
                ceremony: 1
                title: Trial region
                place: a machine on a network, as no real one is
                zone: %s
                transcript: %s
                witnesses: [{name: nobody}, {name: nobody either}]
                keys:
                %sacts:
                %s""".formatted(plan.zone().domain(), told(tree.transcript()), keys, acts);
    }

    private void certifyParties(State state) {
        for (SiteId site : plan.sitesOf(state)) {
            certify(Party.at(site, Role.NODE, "1"), tree.node(site, 1));
            certify(Party.at(site, Role.OPERATOR, "1"), tree.operator(site));
        }
        for (int number = 1; number <= TrialTree.OFFICERS; number++) {
            certify(Party.of(state, Role.OFFICER, Integer.toString(number)), tree.officer(state, number));
        }
        certify(EvidenceKeys.journalOf(state), tree.journalKey(state));
        certify(EvidenceKeys.witnessOf(state), tree.witnessKey(state));
        certify(Party.of(state, Role.REGULATOR, "1"), tree.regulator(state));
        certify(Party.of(state, Role.ADMINISTRATOR, "1"), tree.administrator(state));
    }

    private void certify(Party party, CredentialFiles files) {
        CredentialFiles ca = tree.issuingCa(party.state(), party.role().authority());
        String algorithm = RoleProfile.of(party.role()).keyKind() == KeyKind.ED25519 ? ", algorithm: ed25519" : "";
        certify("make: leaf, party: '" + party.nameIn(plan.zone()) + "'", ca, files, algorithm);
    }

    private void certify(String what, CredentialFiles by, CredentialFiles files) {
        certify(what, by, files, "");
    }

    private void certify(String what, CredentialFiles by, CredentialFiles files, String algorithm) {
        declareKey(files);
        String request = told(files.certificate()).replaceFirst("\\.pem$", ".csr.pem");
        act("make: request, key: %s, request: %s%s".formatted(name(files), request, algorithm));
        act("%s, request: %s, signer: %s, certificate: %s"
                .formatted(what, request, signer(by), told(files.certificate())));
    }

    private void signLists() {
        signList(tree.root());
        for (State state : State.values()) {
            signList(tree.stateCa(state));
            for (Authority authority : Authority.values()) {
                signList(tree.issuingCa(state, authority));
            }
        }
    }

    /** Number 0: the first that {@code liptako pki crl} makes is 1. */
    private void signList(CredentialFiles ca) {
        String list = told(ca.certificate()).replaceFirst("pem$", "crl");
        act("make: revocation-list, number: 0, days: %d, revoked: [], signer: %s, list: %s"
                .formatted(DAYS, signer(ca), list));
    }

    private void drawTrustState() {
        List<String> authorities = List.of(State.values()).stream()
                .map(state -> "{state: " + state + ", certificate: "
                        + told(tree.stateCa(state).certificate()) + "}")
                .toList();
        String document = told(tree.firstTrustState());
        act("make: trust-state, number: 1, days: %d, roots: [%s], authorities: [%s], keys: [%s], document: %s"
                .formatted(
                        DAYS,
                        told(tree.root().certificate()),
                        String.join(", ", authorities),
                        String.join(", ", listedKeys()),
                        document));
        act("make: signatures, document: %s, signers: [%s, %s], signatures: %s"
                .formatted(
                        document,
                        signer(tree.administrator(State.ML)),
                        signer(tree.administrator(State.BF)),
                        document.replaceFirst("der$", "p7s")));
    }

    private List<String> listedKeys() {
        List<String> keys = new ArrayList<>();
        for (State state : State.values()) {
            keys.add(listed(EvidenceKeys.journalOf(state), tree.journalKey(state)));
            keys.add(listed(EvidenceKeys.witnessOf(state), tree.witnessKey(state)));
        }
        return keys;
    }

    private String listed(Party party, CredentialFiles files) {
        return "{party: '" + party.nameIn(plan.zone()) + "', certificate: " + told(files.certificate()) + "}";
    }

    private void declareKey(CredentialFiles files) {
        keys.append("  %s: {file: %s, passphrase: none}\n".formatted(name(files), told(files.key())));
    }

    private void act(String act) {
        acts.append("  - {").append(act).append("}\n");
    }

    private String signer(CredentialFiles files) {
        return "{key: " + name(files) + ", certificate: " + told(files.certificate()) + "}";
    }

    /** The key's name: its certificate's place. */
    private String name(CredentialFiles files) {
        return told(files.certificate())
                .replaceFirst("\\.pem$", "")
                .replace('/', '-')
                .toLowerCase(Locale.ROOT);
    }

    private String told(Path file) {
        return tree.directory().relativize(file).toString();
    }
}
