package org.liptako.node.exchange.stream;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.liptako.exchange.v1.GetManifestRequest;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.exchange.v1.ManifestFiles;
import org.liptako.exchange.v1.ManifestHeader;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestLink;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.signature.SignedStatement;

/** A manifest as the protocol carries it: the header, then files and digests by handfuls. */
public final class ManifestMessages {
    private static final int FILES_A_MESSAGE = 1_000;
    /** 128 KiB: on the slowest link that is of use a message comes before its receiver takes the source for silent. */
    private static final int DIGESTS_A_MESSAGE = 4_096;

    private ManifestMessages() {}

    /** The messages of a manifest, each made when it is asked for. */
    public static Iterator<GetManifestResponse> toMessages(SignedManifest signed) {
        return toMessages(signed, ManifestPlace.START);
    }

    /** The messages of a manifest's header and of all that its receiver does not have, each made when it is asked for. */
    public static Iterator<GetManifestResponse> toMessages(SignedManifest signed, ManifestPlace held) {
        FileList list = signed.manifest().list();
        ChunkDigests digests = signed.manifest().digests();
        int files = Math.min(held.entries(), list.files().size());
        int links = Math.min(held.entries() - files, list.links().size());
        int directories =
                Math.min(held.entries() - files - links, list.directories().size());
        return new InTurn<>(List.of(
                List.of(header(signed.statement())).iterator(),
                parts(list.files(), files, ManifestMessages::files),
                parts(list.links(), links, ManifestMessages::links),
                parts(list.directories(), directories, ManifestMessages::directories),
                parts(held.digests(), digests.size(), DIGESTS_A_MESSAGE)
                        .mapToObj(first -> digests(first, digests))
                        .iterator()));
    }

    /** Asks under a grant for what is not held. */
    public static GetManifestRequest request(GrantSerial grant, ManifestPlace held) {
        return GetManifestRequest.newBuilder()
                .setGrant(grant.value())
                .setEntriesHeld(held.entries())
                .setDigestsHeld(held.digests())
                .build();
    }

    /** What whoever asks has already. */
    public static ManifestPlace held(GetManifestRequest request) {
        return ManifestPlace.of(request.getEntriesHeld(), request.getDigestsHeld());
    }

    /**
     * Puts a manifest together from its messages. It is then consistent in itself; whose signature it bears is for the check to say.
     *
     * @param check asked when the header is there; nothing is taken that a header it refuses announces
     * @throws org.liptako.node.wire.Failure MANIFEST_REFUSED at the first thing that is out of place
     * @throws IOException if this machine's disk does not take the digests
     */
    public static SignedManifest fromMessages(Iterator<GetManifestResponse> messages, HeaderCheck check)
            throws IOException {
        try (ManifestAssembly assembly = new ManifestAssembly(check)) {
            while (messages.hasNext()) {
                take(messages.next(), assembly);
            }
            return assembly.manifest();
        }
    }

    static void take(GetManifestResponse message, ManifestAssembly assembly) throws IOException {
        switch (message.getPartCase()) {
            case HEADER -> assembly.header(statement(message.getHeader()));
            case FILES -> files(message.getFiles(), assembly);
            case DIGESTS ->
                assembly.digests(
                        message.getDigests().getFirst(),
                        message.getDigests().getDigests().toByteArray());
            // A newer form has a header of its own, which was refused.
            case PART_NOT_SET -> throw ManifestAssembly.refused("une partie sans contenu", "a part without content");
        }
    }

    private static void files(ManifestFiles part, ManifestAssembly assembly) throws IOException {
        if (part.getFilesCount() + part.getLinksCount() + part.getDirectoriesCount() == 0) {
            throw ManifestAssembly.refused("une partie vide", "an empty part");
        }
        for (var file : part.getFilesList()) {
            assembly.file(file.getPath(), file.getSize(), file.getMode());
        }
        part.getLinksList().forEach(link -> assembly.link(link.getPath(), link.getTarget()));
        part.getDirectoriesList().forEach(directory -> assembly.directory(directory.getPath()));
    }

    private static <T> Iterator<GetManifestResponse> parts(
            List<T> entries, int first, Function<List<T>, ManifestFiles> message) {
        return parts(first, entries.size(), FILES_A_MESSAGE)
                .mapToObj(from -> entries.subList(from, Math.min(from + FILES_A_MESSAGE, entries.size())))
                .map(part -> GetManifestResponse.newBuilder()
                        .setFiles(message.apply(part))
                        .build())
                .iterator();
    }

    private static IntStream parts(int first, int end, int step) {
        return IntStream.iterate(first, from -> from < end, from -> from + step);
    }

    private static GetManifestResponse header(SignedStatement statement) {
        ManifestHeader.Builder header = ManifestHeader.newBuilder()
                .setPayload(ByteString.copyFrom(statement.payload()))
                .setSignature(ByteString.copyFrom(statement.signature()));
        statement.chain().forEach(certificate -> header.addChain(ByteString.copyFrom(certificate)));
        return GetManifestResponse.newBuilder().setHeader(header).build();
    }

    private static SignedStatement statement(ManifestHeader header) {
        List<byte[]> chain = new ArrayList<>();
        header.getChainList().forEach(certificate -> chain.add(certificate.toByteArray()));
        return ManifestAssembly.statement(
                header.getPayload().toByteArray(), header.getSignature().toByteArray(), chain);
    }

    private static ManifestFiles files(List<ManifestFile> files) {
        ManifestFiles.Builder part = ManifestFiles.newBuilder();
        for (ManifestFile file : files) {
            part.addFilesBuilder()
                    .setPath(file.path().value())
                    .setSize(file.size())
                    .setMode(file.mode());
        }
        return part.build();
    }

    private static ManifestFiles links(List<ManifestLink> links) {
        ManifestFiles.Builder part = ManifestFiles.newBuilder();
        for (ManifestLink link : links) {
            part.addLinksBuilder().setPath(link.path().value()).setTarget(link.target());
        }
        return part.build();
    }

    private static ManifestFiles directories(List<ManifestPath> directories) {
        ManifestFiles.Builder part = ManifestFiles.newBuilder();
        for (ManifestPath directory : directories) {
            part.addDirectoriesBuilder().setPath(directory.value());
        }
        return part.build();
    }

    private static GetManifestResponse digests(int first, ChunkDigests digests) {
        int count = Math.min(DIGESTS_A_MESSAGE, digests.size() - first);
        return GetManifestResponse.newBuilder()
                .setDigests(org.liptako.exchange.v1.ChunkDigests.newBuilder()
                        .setFirst(first)
                        .setDigests(ByteString.copyFrom(digests.bytes(first, count))))
                .build();
    }
}
