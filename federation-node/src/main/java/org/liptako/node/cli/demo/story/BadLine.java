package org.liptako.node.cli.demo.story;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Quantity;
import org.liptako.node.cli.demo.stage.LineQuality;
import org.liptako.node.cli.demo.stage.Link;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;

/** Step 9: a line that is slow, late and loses packets goes dead in the middle of a copy; the node notices, waits and goes on. */
public final class BadLine implements Step {
    private static final String DATASET = "ML-DS-014";
    private static final long BYTES = 24 << 20;
    private static final long MOST_TWICE = 4 << 20;
    private static final LineQuality QUALITY =
            new LineQuality(2 << 20, Duration.ofMillis(50), 2 << 20, Duration.ofMillis(300));

    @Override
    public String name() {
        return "9 bad line";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Une mauvaise ligne, qui se tait en plein transfert : le nœud le remarque, attend, et reprend.",
                "A bad line, which falls silent in mid-transfer: the node notices, waits, and goes on.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "silence remarqué en plein transfert, transfert repris, copie scellée, au plus 4 Mio envoyés deux fois",
                "silence noticed in mid-transfer, resumed, sealed, at most 4 MiB sent twice");
    }

    @Override
    public String play(Scene scene) {
        Link line = scene.federation().link(Place.OUAGADOUGOU, Place.BAMAKO);
        Transfers transfers = new Transfers(scene);
        transfers.publishAnew(DATASET, "2", BYTES);
        try {
            line.become(QUALITY);
            String grant = ask(scene);
            breakOff(scene, line, grant);
            line.restore();
            goOn(scene, transfers.awaitSealed(grant, Place.OUAGADOUGOU));
            return expected();
        } finally {
            line.restore();
            line.become(LineQuality.CLEAR);
        }
    }

    private static String ask(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "La ligne d'Ouagadougou vers Bamako n'a plus que 17 Mbit/s, 100 ms d'aller-retour, et perd des paquets."
                                + " Une copie de la nouvelle version de " + DATASET + " (24 Mio).",
                        "The line from Ouagadougou to Bamako is down to 17 Mbit/s, 100 ms there and back, and loses packets."
                                + " A copy of the new version of " + DATASET + " (24 MiB)."));
        return new Asking(scene)
                .requestAccepted(
                        "demo-9-bad-line",
                        Asking.replicate(DATASET, Place.OUAGADOUGOU.site().value()))
                .getGrant()
                .getSerial();
    }

    /** Nobody tells the node that the line is dead: it must find out by itself. */
    private static void breakOff(Scene scene, Link line, String grant) {
        Transfers transfers = new Transfers(scene);
        long start = System.nanoTime();
        Transfer under = transfers.await(grant, Place.OUAGADOUGOU, BadLine::wellUnderWay);
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        line.fallSilent();
        long silent = System.nanoTime();
        UnexpectedOutcomeException.unless(
                wellUnderWay(under) && under.getChunksDurable() < under.getChunks(),
                "not in mid-transfer when the line fell silent: " + progress(under));
        long rate = Math.round(under.getBytesReceived() / seconds);
        scene.narrator()
                .happened(new Sentence(
                        "Les blocs arrivent à " + Quantity.rate(rate, Language.FRENCH) + " ; à " + progress(under)
                                + ", la ligne se tait : rien ne passe plus, et rien ne le dit.",
                        "Chunks come at " + Quantity.rate(rate, Language.ENGLISH) + "; at " + progress(under)
                                + " the line falls silent: nothing passes any more, and nothing says so."));
        Transfer noticed = transfers.await(grant, Place.OUAGADOUGOU, seen -> !moves(seen));
        UnexpectedOutcomeException.unless(
                noticed.getStatus() == TransferStatus.TRANSFER_STATUS_WAITING,
                "a silent line leaves the transfer " + noticed.getStatus());
        long noticedAfter = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - silent);
        scene.narrator()
                .happened(new Sentence(
                        "Après " + noticedAfter + " s, le nœud d'Ouagadougou dit :",
                        "After " + noticedAfter + " s Ouagadougou's node says:"));
        scene.narrator().said(noticed.getStatusReason());
    }

    private static void goOn(Scene scene, Transfer after) {
        scene.narrator()
                .happened(new Sentence(
                        "La ligne parle de nouveau, et le transfert reprend seul : " + progress(after)
                                + ", envoyé deux fois : " + Quantity.bytes(after.getBytesTwice(), Language.FRENCH)
                                + " ("
                                + Count.fr(after.getAttempts(), "départ") + ").",
                        "The line speaks again, and the transfer goes on by itself: " + progress(after)
                                + ", sent twice: " + Quantity.bytes(after.getBytesTwice(), Language.ENGLISH) + " ("
                                + Count.en(after.getAttempts(), "start") + ")."));
        scene.narrator().said(after.getStatusReason());
        UnexpectedOutcomeException.unless(after.getAttempts() > 1, "the transfer was not resumed");
        UnexpectedOutcomeException.unless(
                after.getBytesTwice() <= MOST_TWICE, after.getBytesTwice() + " bytes were sent twice");
    }

    private static boolean moves(Transfer transfer) {
        return transfer.getStatus() == TransferStatus.TRANSFER_STATUS_RUNNING && transfer.getBytesReceived() > 0;
    }

    /** The first chunks are durable; the others take the line several seconds more, however late this is noticed. */
    private static boolean wellUnderWay(Transfer transfer) {
        return moves(transfer) && transfer.getChunksDurable() > 0;
    }

    private static String progress(Transfer transfer) {
        return transfer.getChunksDurable() + "/" + transfer.getChunks();
    }
}
