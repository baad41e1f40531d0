package org.liptako.node.cli.demo.story;

import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Quantity;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;

/** Step 6: kill -9 of the receiver in mid-transfer; what is on its disk is not sent again. */
public final class KilledReceiver implements Step {
    private static final String DATASET = "ML-DS-014";
    private static final long BYTES = 192 << 20;
    private static final long SLOW = 24 << 20;
    private static final long MOST_TWICE = 64 << 20;

    @Override
    public String name() {
        return "6 receiver killed in mid-transfer";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Le nœud qui reçoit est tué (kill -9) en plein transfert, puis relancé : le transfert reprend.",
                "The receiving node is killed (kill -9) in mid-transfer, then started again: the transfer resumes.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "nœud tué en plein transfert, transfert repris, copie scellée, au plus 64 Mio envoyés deux fois",
                "killed in mid-transfer, resumed, sealed, at most 64 MiB sent twice");
    }

    @Override
    public String play(Scene scene) {
        var transfers = new Transfers(scene);
        var federation = scene.federation();
        transfers.publish(DATASET, BYTES);
        scene.narrator()
                .asked(new Sentence(
                        "Une copie de " + DATASET + " (statistiques publiques, 192 Mio) à Ouagadougou, sur une ligne"
                                + " ralentie à 24 Mio/s.",
                        "A copy of " + DATASET + " (official statistics, 192 MiB) at Ouagadougou, over a line slowed to"
                                + " 24 MiB/s."));
        var line = federation.link(Place.OUAGADOUGOU, Place.BAMAKO);
        line.slowTo(SLOW);
        var grant = new Asking(scene)
                .requestAccepted(
                        "demo-6-killed",
                        Asking.replicate(DATASET, Place.OUAGADOUGOU.site().value()))
                .getGrant()
                .getSerial();
        var before = transfers.await(grant, Place.OUAGADOUGOU, KilledReceiver::wellUnderWay);
        federation.kill(Place.OUAGADOUGOU);
        UnexpectedOutcomeException.unless(
                wellUnderWay(before) && before.getChunksDurable() < before.getChunks(),
                "not in mid-transfer when killed: " + before.getChunksDurable() + " of " + before.getChunks());
        scene.narrator()
                .happened(new Sentence(
                        "kill -9 du nœud d'Ouagadougou, à " + progress(before) + " blocs.",
                        "kill -9 of Ouagadougou's node, at " + progress(before) + " chunks."));
        line.slowTo(0);
        federation.startAgain(Place.OUAGADOUGOU);
        var after = transfers.awaitSealed(grant, Place.OUAGADOUGOU);
        scene.narrator()
                .happened(new Sentence(
                        "Relancé, il finit seul : " + progress(after) + ", envoyé deux fois : "
                                + Quantity.bytes(after.getBytesTwice(), Language.FRENCH) + " ("
                                + Count.fr(after.getAttempts(), "départ") + ").",
                        "Started again, it finishes by itself: " + progress(after) + ", sent twice: "
                                + Quantity.bytes(after.getBytesTwice(), Language.ENGLISH) + " ("
                                + Count.en(after.getAttempts(), "start") + ")."));
        UnexpectedOutcomeException.unless(after.getAttempts() > 1, "the transfer was not resumed");
        UnexpectedOutcomeException.unless(
                after.getBytesTwice() <= MOST_TWICE, after.getBytesTwice() + " bytes were sent twice");
        return expected();
    }

    private static boolean wellUnderWay(Transfer transfer) {
        return transfer.getStatus() == TransferStatus.TRANSFER_STATUS_RUNNING
                && transfer.getChunks() > 0
                && transfer.getChunksDurable() * 4 > transfer.getChunks();
    }

    private static String progress(Transfer transfer) {
        return transfer.getChunksDurable() + "/" + transfer.getChunks();
    }
}
