package org.liptako.node.exchange.stream;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liptako.exchange.v1.ChunkDigests;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.exchange.v1.ManifestFiles;
import org.liptako.exchange.v1.ManifestHeader;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;

/** A manifest as the protocol carries it: the header, then files and digests by handfuls. */
public final class ManifestMessages {
    private static final int FILES_A_MESSAGE = 1_000;
    private static final int DIGESTS_A_MESSAGE = 16_384;

    private ManifestMessages() {}

    /** The messages of a manifest, each made when it is asked for. */
    public static Iterator<GetManifestResponse> toMessages(SignedManifest signed) {
        List<ManifestFile> files = signed.manifest().list().files();
        byte[] digests = signed.manifest().digests().bytes();
        return Stream.of(
                        Stream.of(header(signed.statement())),
                        parts(files.size(), FILES_A_MESSAGE)
                                .mapToObj(from ->
                                        files(files.subList(from, Math.min(from + FILES_A_MESSAGE, files.size())))),
                        parts(signed.manifest().digests().size(), DIGESTS_A_MESSAGE)
                                .mapToObj(first -> digests(first, digests)))
                .flatMap(messages -> messages)
                .iterator();
    }

    /**
     * Puts a manifest together from its messages. It is then consistent in itself; whose signature it bears is for the check to say.
     *
     * @param check asked when the header is there; nothing is taken that a header it refuses announces
     * @throws org.liptako.node.wire.Failure MANIFEST_REFUSED at the first thing that is out of place
     */
    public static SignedManifest fromMessages(Iterator<GetManifestResponse> messages, HeaderCheck check) {
        ManifestAssembly assembly = new ManifestAssembly(check);
        while (messages.hasNext()) {
            GetManifestResponse message = messages.next();
            switch (message.getPartCase()) {
                case HEADER -> assembly.header(statement(message.getHeader()));
                case FILES ->
                    message.getFiles()
                            .getFilesList()
                            .forEach(file -> assembly.file(file.getPath(), file.getSize(), file.getMode()));
                case DIGESTS ->
                    assembly.digests(
                            message.getDigests().getFirst(),
                            message.getDigests().getDigests().toByteArray());
                case PART_NOT_SET -> {
                    // A part of a newer version; what it would change is under the signed root all the same.
                }
            }
        }
        return assembly.manifest();
    }

    private static IntStream parts(int count, int step) {
        return IntStream.iterate(0, from -> from < count, from -> from + step);
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

    private static GetManifestResponse files(List<ManifestFile> files) {
        ManifestFiles.Builder part = ManifestFiles.newBuilder();
        for (ManifestFile file : files) {
            part.addFilesBuilder()
                    .setPath(file.path().value())
                    .setSize(file.size())
                    .setMode(file.mode());
        }
        return GetManifestResponse.newBuilder().setFiles(part).build();
    }

    private static GetManifestResponse digests(int first, byte[] digests) {
        int from = first * Digest.LENGTH;
        int most = DIGESTS_A_MESSAGE * Digest.LENGTH;
        return GetManifestResponse.newBuilder()
                .setDigests(ChunkDigests.newBuilder()
                        .setFirst(first)
                        .setDigests(ByteString.copyFrom(digests, from, Math.min(most, digests.length - from))))
                .build();
    }
}
