package org.liptako.node.exchange.courier;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.ChunkLook;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chunks of a copy as they go onto a disk, each proved by the manifest. One that is lost withdraws a copy that was received, as one
 * that was to go by the wire does. Not thread-safe.
 */
final class RoadSupply {
    private static final Logger LOG = LoggerFactory.getLogger(RoadSupply.class);
    private static final int MOST_SHOWN = 200;

    private final Holdings holdings;
    private final HeldVersion held;
    private final ByteBuffer memory = ByteBuffer.allocateDirect(ChunkLayout.chunkBytes(true));

    RoadSupply(Holdings holdings, HeldVersion held) {
        this.holdings = holdings;
        this.held = held;
    }

    HeldVersion held() {
        return held;
    }

    /**
     * A chunk, until the next one is asked for.
     *
     * @throws Failure BYTES_CORRUPT if it is lost; NOT_READY if the store does not let it be read now
     */
    ByteBuffer chunk(int number) {
        try {
            return switch (ChunkLook.at(held, number, memory)) {
                case ChunkLook.Sound sound -> sound.bytes();
                case ChunkLook.Lost lost -> throw damaged(number, lost.fault());
            };
        } catch (IOException e) {
            throw notNow(number, e);
        }
    }

    private Failure damaged(int number, @Nullable IOException fault) throws IOException {
        DatasetVersion version = held.manifest().header().version();
        String file = held.manifest().layout().place(number).file().path().value();
        LOG.error("Chunk {} of {} (file \"{}\") is lost; no disk got it.", number, version, file, fault);
        Sentence why = holdings.withdraw(version)
                ? new Sentence(
                        "Le bloc " + number + " (fichier « " + file + " ») de cette copie est endommagé ; la copie est"
                                + " retirée et se répare d'elle-même (« liptako replica verify » dit où elle en est)."
                                + " Répétez ensuite la commande.",
                        "Chunk " + number + " (file \"" + file + "\") of this copy is damaged; the copy is withdrawn"
                                + " and is mended by itself (liptako replica verify says how far it is). Repeat the"
                                + " command afterwards.")
                : new Sentence(
                        "Le bloc " + number + " (fichier « " + file + " ») n'est plus celui du manifeste ;"
                                + " rétablissez le fichier ou publiez une nouvelle version.",
                        "Chunk " + number + " (file \"" + file + "\") is no longer the manifest's;"
                                + " restore the file or publish a new version.");
        return new Failure(ErrorCode.BYTES_CORRUPT, why, fault);
    }

    private static Failure notNow(int number, IOException fault) {
        String words = Printable.line(String.valueOf(fault.getMessage()), MOST_SHOWN);
        return new Failure(
                ErrorCode.NOT_READY,
                new Sentence(
                        "Le magasin de ce site ne laisse pas lire le bloc " + number + " pour l'instant (" + words
                                + ") ; cela ne dit rien de ses octets. Rendez-le lisible et répétez la commande.",
                        "This site's store does not let chunk " + number + " be read now (" + words
                                + "); that says nothing of its bytes. Make it readable and repeat the command."),
                fault);
    }
}
