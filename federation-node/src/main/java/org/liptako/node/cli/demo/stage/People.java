package org.liptako.node.cli.demo.stage;

import java.util.function.Function;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.TrialTree;

/** The people of the three States, each calling a node as any client would. */
public final class People {
    /** A role that a person has in a State. */
    public enum Person {
        OPERATOR,
        OFFICER,
        REGULATOR,
        ADMINISTRATOR
    }

    private final TrialTree tree;
    private final Federation federation;

    public People(TrialTree tree, Federation federation) {
        this.tree = tree;
        this.federation = federation;
    }

    /** Puts a question to the node of the person's own State. */
    public <T> T ask(Person person, Place at, Function<NodeConnection, T> question) {
        return ask(credentials(person, at), at, question);
    }

    /** Puts a question to a node, as whoever holds these credentials. */
    public <T> T ask(ClientCredentials credentials, Place node, Function<NodeConnection, T> question) {
        try (var connection = NodeConnection.open(federation.target(node), credentials)) {
            return question.apply(connection);
        }
    }

    /** Shows a node who the person is. */
    public ClientCredentials credentials(Person person, Place of) {
        return credentials(files(person, of));
    }

    /** Any files of the trial tree, with the federation's root. */
    public ClientCredentials credentials(CredentialFiles files) {
        return new ClientCredentials(files.read(), tree.root().certificate());
    }

    /** A caller without any certificate. */
    public ClientCredentials nobody() {
        return ClientCredentials.none(tree.root().certificate());
    }

    /** The trial tree, with the certificates that every node must refuse. */
    public TrialTree tree() {
        return tree;
    }

    /** A person's files. */
    public CredentialFiles files(Person person, Place of) {
        return switch (person) {
            case OPERATOR -> tree.operator(of.site());
            case OFFICER -> tree.officer(of.state(), 1);
            case REGULATOR -> tree.regulator(of.state());
            case ADMINISTRATOR -> tree.administrator(of.state());
        };
    }
}
