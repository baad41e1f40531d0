package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.journal.v1.GetConsistencyProofRequest;
import org.liptako.journal.v1.GetInclusionProofRequest;
import org.liptako.journal.v1.GetInclusionProofResponse;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceBlockingStub;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.evidence.MerkleHash;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.TlogProof;
import org.liptako.pki.trust.EvidenceKeys;

/** Mali's journal as outsiders read it without our program: from the running node and from its web address. */
class PublicJournalIT extends JournalTrial {
    @Test
    void aProgramOfOthersVerifiesInclusionGrowthAndSignature() throws IOException {
        GoProgram program = GoProgram.build(Files.createDirectories(own.resolve("go")));
        long size = signed();
        JournalServiceBlockingStub journal = journal();
        for (long index : new long[] {0, 17, 256, size - 1}) {
            GetInclusionProofResponse proof = journal.getInclusionProof(
                    GetInclusionProofRequest.newBuilder().setIndex(index).build());
            byte[] entry = proof.getEntry().toByteArray();
            byte[] oldRoot = journal.getConsistencyProof(GetConsistencyProofRequest.newBuilder()
                            .setOldSize(index + 1)
                            .build())
                    .getOldRoot()
                    .toByteArray();

            GoProgram.Said sound = check(program, index, entry, index + 1, oldRoot);
            assertThat(sound.words()).startsWith("sound ml." + TrialRegion.ZONE + "/journal " + size);
            assertThat(sound.exitCode()).isZero();
            assertThat(new InclusionProof(
                                    index,
                                    proof.getSize(),
                                    proof.getPathList().stream()
                                            .map(hash -> Digest.of(hash.toByteArray()))
                                            .toList())
                            .proves(
                                    MerkleHash.leaf(entry),
                                    Digest.of(proof.getRoot().toByteArray())))
                    .isTrue();

            assertThat(check(program, index, entry, index + 1, oldRoot, List.of(witness(State.ML)))
                            .exitCode())
                    .as("no witness of these has cosigned")
                    .isEqualTo(1);

            entry[20] ^= 1;
            assertThat(check(program, index, entry, index + 1, oldRoot).exitCode())
                    .isEqualTo(1);
            entry[20] ^= 1;
            oldRoot[3] ^= 1;
            assertThat(check(program, index, entry, index + 1, oldRoot).exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void filesAreServedAsTheFormatSaysAndPayloadsAreNot() throws Exception {
        long size = signed();
        HttpResponse<String> checkpoint = get("/checkpoint");
        assertThat(checkpoint.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(checkpoint.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(checkpoint.body()).startsWith("ml." + TrialRegion.ZONE + "/journal\n" + size + "\n");

        HttpResponse<String> tile = get("/tile/0/000");
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("content-type")).contains("application/octet-stream");
        assertThat(tile.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
        assertThat(get("/tile/entries/001.p/1").statusCode()).isEqualTo(200);

        for (String nothing : List.of(
                "/tile/0/999",
                "/tile/0/000.p/0",
                "/tile/9/000",
                "/tile/entries/../../entries",
                "/entries",
                "/tile/0/0")) {
            assertThat(get(nothing).statusCode()).as(nothing).isGreaterThanOrEqualTo(400);
        }
        assertThat(get("/tile/entries/000").body())
                .doesNotContain("HOLD_RECORDED")
                .doesNotContain("type");
    }

    @Test
    void aProofOfAnEntryIsTheSameFromTheNodeAndFromItsAddressAndLeadsToTheRoot() throws Exception {
        long size = signed();
        for (long index : new long[] {0, 17, size - 1}) {
            byte[] entry = journal()
                    .getInclusionProof(GetInclusionProofRequest.newBuilder()
                            .setIndex(index)
                            .setSize(size)
                            .build())
                    .getEntry()
                    .toByteArray();
            HttpResponse<String> file = get("/proof/" + index);
            assertThat(file.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
            TlogProof served = TlogProof.parse(file.body().getBytes(StandardCharsets.ISO_8859_1));
            var out = new StringWriter();
            assertThat(prove(index, out)).isZero();
            TlogProof printed = TlogProof.parse(out.toString().getBytes(StandardCharsets.UTF_8));

            for (TlogProof proof : List.of(served, printed)) {
                assertThat(proof.inclusion().index()).isEqualTo(index);
                assertThat(proof.inclusion()
                                .proves(
                                        MerkleHash.leaf(entry),
                                        Checkpoint.parse(proof.note().text()).root()))
                        .isTrue();
            }
        }
        assertThat(get("/proof/" + (size + 1_000)).statusCode()).isEqualTo(404);
        assertThat(get("/proof/-1").statusCode()).isEqualTo(404);
        assertThat(prove(size + 1_000, new StringWriter())).isNotZero();
    }

    private static int prove(long index, StringWriter out) {
        List<String> words = new ArrayList<>(List.of("journal", "prove", Long.toString(index)));
        words.addAll(region.reach(State.ML, TrialRegion.tree().operator(TrialRegion.capital(State.ML))));
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(out, true), words.toArray(String[]::new));
    }

    private GoProgram.Said check(GoProgram program, long index, byte[] entry, long oldSize, byte[] oldRoot) {
        return check(program, index, entry, oldSize, oldRoot, List.of(witness(State.BF), witness(State.NE)));
    }

    private GoProgram.Said check(
            GoProgram program, long index, byte[] entry, long oldSize, byte[] oldRoot, List<String> witnesses) {
        Base64.Encoder base64 = Base64.getEncoder();
        List<String> words = new ArrayList<>(List.of(
                web(),
                node(State.ML).getJournal().getKey(),
                Long.toString(index),
                base64.encodeToString(entry),
                Long.toString(oldSize),
                base64.encodeToString(oldRoot)));
        words.addAll(witnesses);
        return program.run(words.toArray(String[]::new));
    }

    /** A witness's key as the trust state lists it. */
    private static String witness(State state) {
        return EvidenceKeys.noteKey(
                        EvidenceKeys.witnessOf(state),
                        TrialRegion.ZONE,
                        TrialRegion.tree().witnessKey(state).read().certificate())
                .toString();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(web() + path)).build(),
                    BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        }
    }

    private static JournalServiceBlockingStub journal() {
        return JournalServiceGrpc.newBlockingStub(channel(State.ML));
    }
}
