package org.liptako.node.cli.demo.story;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Sentence;

/** Step 8: whoever shows another State's name, another root's, or none, gets no answer. */
public final class FalseNames implements Step {
    @Override
    public String name() {
        return "8 false names";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Un certificat émis par l'autorité du Mali au nom du Niger, un d'une autre racine, aucun : refusés.",
                "A certificate issued by Mali's authority in Niger's name, one of another root, none: refused.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "nœud et opérateur du Niger émis par ML, opérateur d'une autre racine, sans certificat : tous refusés",
                "node and operator of NE issued by ML, operator of another root, no certificate: all refused");
    }

    @Override
    public String play(Scene scene) {
        var people = scene.people();
        var tree = people.tree();
        // Who is refused must be refused for the name: the same call by a true name is answered.
        call(scene, people.credentials(Person.REGULATOR, Place.OUAGADOUGOU));
        refused(
                scene,
                people.credentials(tree.forgedNode()),
                "un nœud du Niger, dit la CA du Mali",
                "a node of Niger, says Mali's CA");
        refused(
                scene,
                people.credentials(tree.forgedOperator()),
                "un opérateur du Niger, dit la CA du Mali",
                "an operator of Niger, says Mali's CA");
        refused(
                scene,
                people.credentials(tree.foreignOperator()),
                "un opérateur d'une autre racine",
                "an operator of another root");
        refused(scene, people.nobody(), "un client sans certificat", "a client without a certificate");
        return expected();
    }

    private static void refused(Scene scene, ClientCredentials credentials, String french, String english) {
        try {
            call(scene, credentials);
        } catch (StatusRuntimeException refusal) {
            Status.Code code = refusal.getStatus().getCode();
            boolean cut = code == Status.Code.UNAVAILABLE;
            scene.narrator()
                    .happened(new Sentence(
                            french + " : refusé, " + (cut ? "aucune liaison ne s'établit" : "l'appel est rejeté") + " ("
                                    + code + ").",
                            english + ": refused, " + (cut ? "no connection is made" : "the call is rejected") + " ("
                                    + code + ")."));
            return;
        }
        throw new UnexpectedOutcomeException("answered: " + english);
    }

    private static void call(Scene scene, ClientCredentials credentials) {
        scene.people()
                .ask(
                        credentials,
                        Place.OUAGADOUGOU,
                        node -> node.service(FederationServiceGrpc::newBlockingStub)
                                .getNode(GetNodeRequest.getDefaultInstance()));
    }
}
