package org.liptako.pki.issuing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

/**
 * Makes a whole region's certificates in one directory, for a trial: {@code liptako pki init}.
 *
 * <p>All keys, the root's included, lie there unencrypted; a production root never does.
 */
public final class TrialTreeWriter {
    private final CertificateIssuer issuer;

    public TrialTreeWriter(CertificateIssuer issuer) {
        this.issuer = issuer;
    }

    /**
     * Makes the tree.
     *
     * @throws IssuingException if the directory holds a tree already, or cannot be written
     */
    public TrialTree write(TrialPlan plan, Path directory) {
        TrialTree tree = new TrialTree(directory);
        if (Files.exists(tree.root().certificate())) {
            throw new IssuingException("There is a tree in " + directory
                    + " already, and keys are never overwritten: name another directory, or remove this one.");
        }
        makeDirectories(tree);
        Credential root = issuer.root(RootProfile.first(), issuer.newKey(KeyKind.P384));
        for (State state : State.values()) {
            writeState(plan, tree, state, root);
        }
        new HostileCertificates(issuer, plan.zone()).write(tree);
        // Last: whoever finds the root finds a whole tree.
        tree.root().write(root);
        return tree;
    }

    /** Gives every node of a tree a fresh key and certificate, as long-lived as a node's may be. */
    public void renewNodes(TrialTree tree, TrialPlan plan) {
        for (SiteId site : plan.sites()) {
            for (int number = 1; number <= plan.nodesPerSite(); number++) {
                Party node = Party.at(site, Role.NODE, Integer.toString(number));
                Credential nodeCa =
                        tree.issuingCa(node.state(), Authority.NODE_CA).read();
                tree.node(site, number).replace(issue(node, plan, nodeCa));
            }
        }
    }

    private void writeState(TrialPlan plan, TrialTree tree, State state, Credential root) {
        Credential stateCa = issuer.issue(StateCaProfile.of(state, plan.zone()), newKey(), root);
        tree.stateCa(state).write(stateCa);
        Credential nodeCa = issuer.issue(IssuingCaProfile.of(state, Authority.NODE_CA), newKey(), stateCa);
        tree.issuingCa(state, Authority.NODE_CA).write(nodeCa);
        Credential peopleCa = issuer.issue(IssuingCaProfile.of(state, Authority.PEOPLE_CA), newKey(), stateCa);
        tree.issuingCa(state, Authority.PEOPLE_CA).write(peopleCa);
        for (SiteId site : plan.sitesOf(state)) {
            for (int number = 1; number <= plan.nodesPerSite(); number++) {
                Party node = Party.at(site, Role.NODE, Integer.toString(number));
                tree.node(site, number).write(issue(node, plan, nodeCa));
            }
            tree.operator(site).write(issue(Party.at(site, Role.OPERATOR, "1"), plan, peopleCa));
        }
        tree.officer(state, 1).write(issue(Party.of(state, Role.OFFICER, "1"), plan, peopleCa));
        tree.officer(state, 2).write(issue(Party.of(state, Role.OFFICER, "2"), plan, peopleCa));
        tree.regulator(state).write(issue(Party.of(state, Role.REGULATOR, "1"), plan, peopleCa));
        tree.administrator(state).write(issue(Party.of(state, Role.ADMINISTRATOR, "1"), plan, peopleCa));
    }

    private Credential issue(Party party, TrialPlan plan, Credential ca) {
        return issuer.issue(LeafProfile.of(party, plan.zone()), newKey(), ca);
    }

    private KeyPair newKey() {
        return issuer.newKey(KeyKind.P256);
    }

    private static void makeDirectories(TrialTree tree) {
        try {
            for (State state : State.values()) {
                Files.createDirectories(tree.nodes(state));
                Files.createDirectories(tree.people(state));
            }
            Files.createDirectories(tree.hostile());
        } catch (IOException e) {
            throw new IssuingException("The directory " + tree.directory() + " cannot be written.", e);
        }
    }
}
