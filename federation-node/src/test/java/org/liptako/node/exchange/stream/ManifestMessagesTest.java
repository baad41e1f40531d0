package org.liptako.node.exchange.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.exchange.v1.ManifestFiles;
import org.liptako.exchange.v1.ManifestHeader;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestLink;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class ManifestMessagesTest {
    private static final HeaderCheck ANY = (header, statement) -> {};

    private final SignedManifest signed = Publications.unsigned(Manifest.of(
            Publications.DATASET,
            false,
            new FileList(List.of(new ManifestFile(new ManifestPath("a"), 3, 0644))),
            new ChunkDigests(new byte[ChunkDigests.DIGEST_BYTES]),
            Publications.AT));

    @Test
    void linksAndEmptyDirectoriesComeOutAsTheyWentIn() throws IOException {
        SignedManifest tree = Publications.unsigned(Manifest.of(
                Publications.DATASET,
                false,
                new FileList(
                        List.of(new ManifestFile(new ManifestPath("a"), 3, 0644)),
                        List.of(new ManifestLink(new ManifestPath("b"), "./a")),
                        List.of(new ManifestPath("c"))),
                new ChunkDigests(new byte[ChunkDigests.DIGEST_BYTES]),
                Publications.AT));
        Manifest received = ManifestMessages.fromMessages(ManifestMessages.toMessages(tree), ANY)
                .manifest();
        assertThat(received.header()).isEqualTo(tree.manifest().header());
        assertThat(received.header().format()).isEqualTo("liptako-manifest/v2");
        assertThat(received.list()).isEqualTo(tree.manifest().list());
        assertThat(signed.manifest().header().format()).isEqualTo("liptako-manifest/v1");
    }

    @Test
    void aManifestOfMoreDigestsThanAMessageTakesComesOutAsItWentIn() throws IOException {
        int chunks = 132_000;
        byte[] digests = new byte[chunks * ChunkDigests.DIGEST_BYTES];
        new Random(3).nextBytes(digests);
        SignedManifest large = Publications.unsigned(Manifest.of(
                Publications.DATASET,
                false,
                new FileList(List.of(new ManifestFile(new ManifestPath("a"), (long) chunks << 20, 0644))),
                new ChunkDigests(digests),
                Publications.AT));
        assertThat(ManifestMessages.fromMessages(ManifestMessages.toMessages(large), ANY)
                        .manifest()
                        .digests()
                        .bytes(chunks - 3, 3))
                .isEqualTo(large.manifest().digests().bytes(chunks - 3, 3));
    }

    @Test
    void aManifestComesOutAsItWentIn() throws IOException {
        assertThat(ManifestMessages.fromMessages(ManifestMessages.toMessages(signed), ANY)
                        .manifest()
                        .header())
                .isEqualTo(signed.manifest().header());
    }

    @Test
    void takesNothingAfterAHeaderThatIsRefused() {
        Iterator<GetManifestResponse> messages = ManifestMessages.toMessages(signed);
        Failure notHome = Failure.of(ErrorCode.MANIFEST_REFUSED, "Pas de lui.", "Not its.");

        assertThatThrownBy(() -> ManifestMessages.fromMessages(messages, (header, statement) -> {
                    throw notHome;
                }))
                .isSameAs(notHome);
        assertThat(messages.next().getPartCase()).isEqualTo(GetManifestResponse.PartCase.FILES);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 3",
        "1, 3, 2147483647",
        "1, -1, 1",
        "-1, 3, 1",
        "1000002, 3, 1",
        "1000000, 17592186044416, 16777217",
    })
    void refusesAHeaderThatAnnouncesMoreChunksThanItsFilesCanHave(int files, long bytes, int chunks) {
        String json = new String(signed.statement().payload(), UTF_8)
                .replace(
                        "\"files\":1,\"bytes\":3,\"chunks\":1",
                        "\"files\":" + files + ",\"bytes\":" + bytes + ",\"chunks\":" + chunks);

        assertRefused(List.of(header(json)), "do not go together");
    }

    @Test
    void refusesAHeaderWithoutAnInstant() {
        String json = new String(signed.statement().payload(), UTF_8).replaceAll("\"at\":\"[^\"]*\"", "\"at\":null");

        assertRefused(List.of(header(json)), "not of the form");
    }

    @Test
    void refusesFilesBeyondTheBytesAnnounced() {
        List<GetManifestResponse> messages = new ArrayList<>();
        messages.add(ManifestMessages.toMessages(signed).next());
        messages.add(GetManifestResponse.newBuilder()
                .setFiles(ManifestFiles.newBuilder()
                        .addFiles(org.liptako.exchange.v1.ManifestFile.newBuilder()
                                .setPath("a")
                                .setSize(Long.MAX_VALUE)
                                .setMode(0644)))
                .build());

        assertRefused(messages, "more bytes than announced");
    }

    @Test
    void refusesPartsThatBringNothing() {
        GetManifestResponse header = ManifestMessages.toMessages(signed).next();
        assertRefused(List.of(header, GetManifestResponse.getDefaultInstance()), "without content");
        assertRefused(
                List.of(
                        header,
                        GetManifestResponse.newBuilder()
                                .setFiles(ManifestFiles.getDefaultInstance())
                                .build()),
                "an empty part");
        assertRefused(
                List.of(
                        header,
                        GetManifestResponse.newBuilder()
                                .setDigests(org.liptako.exchange.v1.ChunkDigests.getDefaultInstance())
                                .build()),
                "digests out of order");
    }

    private static void assertRefused(List<GetManifestResponse> messages, String words) {
        assertThatThrownBy(() -> ManifestMessages.fromMessages(messages.iterator(), ANY))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MANIFEST_REFUSED))
                .hasMessageContaining(words);
    }

    private static GetManifestResponse header(String json) {
        return GetManifestResponse.newBuilder()
                .setHeader(ManifestHeader.newBuilder()
                        .setPayload(ByteString.copyFromUtf8(json))
                        .setSignature(ByteString.copyFromUtf8("s"))
                        .addChain(ByteString.copyFromUtf8("c")))
                .build();
    }
}
