package org.liptako.node.cli.demo.story;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.node.cli.campaign.CampaignText;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.registry.v1.ImportTableRequest;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.WhereRequest;

/** Step 15: three datasets come home from the host in Paris, and are erased there by the word of two people. */
public final class HomeFromAbroad implements Step {
    private static final String CAMPAIGN = "ML-RETOUR-DEMO";
    private static final String ABROAD = "XX-EU-1";
    private static final List<String> DATASETS = List.of("ML-DS-004", "ML-DS-009", "ML-DS-010");
    private static final String SINCE = "2019-03-01";
    private static final Duration HEARD = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "15 home from abroad";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Le rapatriement : trois jeux reviennent de l'hébergeur de Paris, jusqu'à la preuve de leur effacement.",
                "Repatriation: three datasets come home from the host in Paris, to the evidence of their erasure.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "3 copies scellées à ML-BKO-1, effacées à XX-EU-1 par deux signatures chacune, campagne close",
                "3 copies sealed at ML-BKO-1, erased at XX-EU-1 by two signatures each, campaign closed");
    }

    @Override
    public String play(Scene scene) {
        var campaign = new Repatriation(scene, CAMPAIGN);
        importList(scene);
        plan(scene, campaign);
        bring(scene, campaign);
        erase(scene, campaign);
        DATASETS.forEach(dataset -> requireHome(scene, dataset));
        return expected();
    }

    /** What the host says it has, in the spreadsheet that people send each other. */
    private static void importList(Scene scene) {
        String headings = scene.narrator().language().choose("jeu;lieu;depuis le\n", "dataset;site;since\n");
        String rows = DATASETS.stream()
                .map(dataset -> dataset + ";" + ABROAD + ";" + SINCE)
                .collect(Collectors.joining("\n", headings, "\n"));
        scene.narrator()
                .asked(new Sentence(
                        "L'hébergeur de Paris dit ce qu'il détient ; l'administratrice du Mali importe sa liste"
                                + " (liptako register import) :",
                        "The host in Paris says what it holds; Mali's administrator imports its list (liptako register"
                                + " import):"));
        scene.narrator().show(rows.lines().toList());
        var answer = scene.people()
                .ask(
                        Person.ADMINISTRATOR,
                        Place.BAMAKO,
                        node -> node.service(RegisterServiceGrpc::newBlockingStub)
                                .importTable(ImportTableRequest.newBuilder()
                                        .setFile(ByteString.copyFrom(rows, StandardCharsets.UTF_8))
                                        .build()));
        UnexpectedOutcomeException.unless(
                answer.getTaken() && answer.getReplicas() + answer.getKnown() == DATASETS.size(),
                "the list of the host in Paris is not taken: " + answer.getRefusedList());
    }

    private static void plan(Scene scene, Repatriation campaign) {
        campaign.open(
                scene.narrator().language().choose("Retour de trois jeux", "Three datasets come home"),
                DATASETS,
                ABROAD);
        var planned = campaign.plan();
        UnexpectedOutcomeException.unless(
                planned.getUnplannedCount() == 0, "without a site at home: " + planned.getUnplannedList());
        scene.narrator()
                .happened(new Sentence(
                        "Une juriste ouvre la campagne " + CAMPAIGN
                                + ", l'exploitant la planifie : un site, un ordre, et le jour que fixent les règles en"
                                + " vigueur.",
                        "A legal officer opens the campaign " + CAMPAIGN
                                + ", the operator plans it: a site, an order, and the day that the rules in force"
                                + " set."));
        scene.narrator()
                .show(CampaignText.copies(
                        planned.getCampaign(), scene.narrator().language()));
    }

    /** What a real operator does with rclone or a disk: the files, and the list of their digests that was made abroad. */
    private static void bring(Scene scene, Repatriation campaign) {
        var arrivals = scene.directory().publish(Place.BAMAKO.state()).resolve("abroad");
        for (String dataset : DATASETS) {
            ForeignFiles.write(arrivals, dataset);
            campaign.run(dataset, "abroad/" + dataset, "abroad/" + dataset + ".sha256");
        }
        scene.narrator()
                .happened(new Sentence(
                        "L'exploitant met les octets (3 Mio de chaque jeu, ici) sous le répertoire de publication, avec"
                                + " les listes de sha256sum faites à Paris, et le dit (liptako campaign run).",
                        "The operator puts the bytes (3 MiB of each dataset, here) below the publishing directory,"
                                + " with the lists of sha256sum made in Paris, and says so (liptako campaign run)."));
        var sealed = campaign.await(RepatriationStage.REPATRIATION_STAGE_SEALED);
        scene.narrator()
                .happened(new Sentence(
                        "Le nœud les a tenus contre ces listes, publiés, fait autoriser, relus sur le disque et scellés : "
                                + Count.fr(sealed.getTotal().getHome(), "copie") + " au pays.",
                        "The node has held them against these lists, published them, had them granted, read them again"
                                + " from the disk and sealed them: "
                                + Count.en(sealed.getTotal().getHome(), "copy", "copies") + " home."));
    }

    private static void erase(Scene scene, Repatriation campaign) {
        String title = scene.narrator()
                .language()
                .choose("Procès-verbal d'effacement (exemple)", "Record of the erasure (sample)");
        DATASETS.forEach(dataset -> campaign.signErasure(dataset, ABROAD, ForeignFiles.record(dataset), title));
        campaign.await(RepatriationStage.REPATRIATION_STAGE_DONE);
        var closed = campaign.close();
        UnexpectedOutcomeException.unless(!closed.getClosedAt().isEmpty(), "the campaign is open");
        scene.narrator()
                .happened(new Sentence(
                        "Paris a effacé : deux personnes, un exploitant et un juriste, signent chaque procès-verbal"
                                + " (liptako campaign evidence) ; la campagne est close. Le nœud du Niger répond à sa"
                                + " régulatrice :",
                        "Paris has erased: two people, an operator and a legal officer, sign each record (liptako"
                                + " campaign evidence); the campaign is closed. Niger's node answers its regulator:"));
    }

    /** As another State's regulator is told. */
    private static void requireHome(Scene scene, String dataset) {
        var wanted = List.of(Place.BAMAKO.site() + " SEALED", ABROAD + " ERASED");
        var seen = Await.until(
                        HEARD, () -> Optional.of(statuses(scene, dataset)).filter(found -> found.containsAll(wanted)))
                .orElseGet(() -> statuses(scene, dataset));
        UnexpectedOutcomeException.unless(seen.containsAll(wanted), dataset + ": " + seen);
        scene.narrator().show(List.of(dataset + "  " + String.join("  ", seen)));
    }

    private static List<String> statuses(Scene scene, String dataset) {
        return scene
                .people()
                .ask(
                        Person.REGULATOR,
                        Place.NIAMEY,
                        node -> node.service(RegistryServiceGrpc::newBlockingStub)
                                .where(WhereRequest.newBuilder()
                                        .setDataset(dataset)
                                        .build()))
                .getReplicasList()
                .stream()
                .map(copy -> copy.getSite() + " " + copy.getStatus())
                .toList();
    }
}
