package org.liptako.node.cli.pki;

import java.time.Duration;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.federation.v1.Sentence;
import org.liptako.federation.v1.TrustStanding;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import picocli.CommandLine.Command;

/** {@code liptako pki trust}: what a node believes: the trust state, every State CA, every revocation list. */
@Command(name = "trust")
final class TrustCommand extends NodeQuestion<GetNodeResponse> {
    TrustCommand() {}

    @Override
    protected GetNodeResponse ask(NodeConnection node) {
        return node.service(FederationServiceGrpc::newBlockingStub).getNode(GetNodeRequest.getDefaultInstance());
    }

    @Override
    protected void show(GetNodeResponse answer, Screen screen) {
        TrustStanding trust = answer.getTrust();
        screen.line(
                "Le certificat de ce nœud prend fin le " + answer.getCertificateEnds() + ".",
                "This node's certificate ends at " + answer.getCertificateEnds() + ".");
        if (trust.getNumber() == 0) {
            screen.line(
                    "Aucun état de confiance n'est encore tenu : seule la racine de la configuration est crue.",
                    "No trust state is held yet: the root of the configuration alone is believed.");
            return;
        }
        long days = Duration.ofSeconds(trust.getAgeSeconds()).toDays();
        screen.line(
                "État de confiance n° " + trust.getNumber() + " du " + trust.getIssuedAt() + " ("
                        + Count.fr(days, "jour") + "), le suivant est promis pour le " + trust.getNextUpdate() + ".",
                "Trust state " + trust.getNumber() + " of " + trust.getIssuedAt() + " (" + Count.en(days, "day")
                        + "), the next is promised by " + trust.getNextUpdate() + ".");
        authorities(trust, screen).print(screen);
        lists(trust, screen).print(screen);
    }

    private static Table authorities(TrustStanding trust, Screen screen) {
        Table table = switch (screen.language()) {
            case FRENCH -> new Table("AUTORITÉ D'ÉTAT", "CERTIFICAT (SHA-256)", "STATUT");
            case ENGLISH -> new Table("STATE CA", "CERTIFICATE (SHA-256)", "STANDING");
        };
        trust.getAuthoritiesList()
                .forEach(authority -> table.row(
                        authority.getState(), authority.getCertificate(), words(authority.getWords(), screen)));
        return table;
    }

    private static Table lists(TrustStanding trust, Screen screen) {
        Table table = switch (screen.language()) {
            case FRENCH -> new Table("LISTE DE RÉVOCATION DE", "N°", "SORTE", "DU", "SUIVANTE LE");
            case ENGLISH -> new Table("REVOCATION LIST OF", "NUMBER", "KIND", "OF", "NEXT BY");
        };
        trust.getListsList()
                .forEach(list -> table.row(
                        list.getIssuer(),
                        list.getNumber(),
                        list.getDelta()
                                ? screen.language().choose("différentielle", "delta")
                                : screen.language().choose("complète", "complete"),
                        list.getThisUpdate(),
                        list.getNextUpdate()));
        return table;
    }

    private static String words(Sentence words, Screen screen) {
        return screen.language().choose(words.getFr(), words.getEn());
    }
}
