package org.liptako.node.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.exchange.v1.ChunkRange;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.federation.v1.SignedStatement;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.Decision;
import org.liptako.placement.v1.Finding;
import org.liptako.placement.v1.JudgePlacementRequest;
import org.liptako.placement.v1.ListPlacementsRequest;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.Register;
import org.liptako.rulebook.v1.GetRulesResponse;

class MessageLimitsTest {
    private static final PlacementTerms TERMS = PlacementTerms.newBuilder()
            .setDataset("ML-DS-008")
            .setOperation("REPLICATE")
            .setTargetSite("BF-OUA-1")
            .build();

    private final MessageLimits limits = new MessageLimits();

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach(
                        check(TERMS.toBuilder().clearDataset()),
                        "Le champ terms.dataset est obligatoire.",
                        "Field terms.dataset is required."),
                breach(
                        check(TERMS.toBuilder().setDataset(" \u00a0\t\u200b")),
                        "Le champ terms.dataset ne contient que des blancs ; écrivez ce qu'il doit dire.",
                        "Field terms.dataset holds nothing but blanks; write what it is to say."),
                breach(
                        CheckPlacementRequest.getDefaultInstance(),
                        "Le champ terms est obligatoire.",
                        "Field terms is required."),
                breach(
                        DeclareRegisterRequest.newBuilder().setKept(true).build(),
                        "Le champ register est obligatoire.",
                        "Field register is required."),
                breach(
                        FetchRequest.newBuilder().setGrant("g").build(),
                        "Le champ ranges est obligatoire.",
                        "Field ranges is required."),
                breach(
                        check(TERMS.toBuilder().setPurpose("P".repeat(33))),
                        "Le champ terms.purpose a 33 caractères ; le maximum est 32.",
                        "Field terms.purpose has 33 characters; the most is 32."),
                breach(
                        Finding.newBuilder().setReason("r".repeat(1_025)).build(),
                        "Le champ reason a 1025 caractères ; le maximum est 1024.",
                        "Field reason has 1025 characters; the most is 1024."),
                breach(
                        check(TERMS.toBuilder().setOperation("replicate\u001b[2J")),
                        "Le champ terms.operation vaut « replicate?[2J », qui ne suit pas le modèle [A-Z_]+.",
                        "Field terms.operation is \"replicate?[2J\", which does not match [A-Z_]+."),
                breach(
                        judge(SignedStatement.newBuilder().setSignature(zeros(257))),
                        "Le champ home_statement.signature a 257 octets ; le maximum est 256.",
                        "Field home_statement.signature has 257 bytes; the most is 256."),
                breach(
                        judge(SignedStatement.newBuilder().addChain(zeros(1)).addChain(zeros(16_385))),
                        "Le champ home_statement.chain[1] a 16385 octets ; le maximum est 16384.",
                        "Field home_statement.chain[1] has 16385 bytes; the most is 16384."),
                breach(
                        GetRulesResponse.newBuilder().setContent(zeros(65_537)).build(),
                        "Le champ content a 65537 octets ; le maximum est 65536.",
                        "Field content has 65537 bytes; the most is 65536."),
                breach(
                        fetch(4_097),
                        "Le champ ranges a 4097 éléments ; le maximum est 4096.",
                        "Field ranges has 4097 items; the most is 4096."),
                breach(
                        Decision.newBuilder()
                                .addAllMissing(Collections.nCopies(1_001, "site.tier"))
                                .build(),
                        "Le champ missing a 1001 éléments ; le maximum est 1000.",
                        "Field missing has 1001 items; the most is 1000."),
                breach(
                        fetch(2).toBuilder()
                                .setRanges(1, ChunkRange.newBuilder().setFirst(7))
                                .build(),
                        "Le champ ranges[1].count vaut 0 ; le minimum est 1.",
                        "Field ranges[1].count is 0; the least is 1."),
                breach(
                        ListPlacementsRequest.newBuilder().setPageSize(-1).build(),
                        "Le champ page_size vaut 4294967295 ; le maximum est 1000.",
                        "Field page_size is 4294967295; the most is 1000."),
                breach(
                        DeclareRegisterRequest.newBuilder().setRegisterValue(99).build(),
                        "Le champ register vaut 99, que cette version ne connaît pas.",
                        "Field register is 99, which this version does not know."));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void namesTheFieldTheLimitAndWhatWasFound(Message message, Sentence expected) {
        Failure failure = catchThrowableOfType(Failure.class, () -> limits.check(message));

        assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_BROKEN);
        assertThat(failure.sentence()).isEqualTo(expected);
    }

    @Test
    void letsPassWhatKeepsItsLimits() {
        limits.check(check(TERMS.toBuilder().setPurpose("P".repeat(32)).setEncrypted(false)));
        limits.check(fetch(4_096));
        limits.check(ListPlacementsRequest.newBuilder().setPageSize(1_000).build());
        limits.check(DeclareRegisterRequest.newBuilder()
                .setRegister(Register.REGISTER_HOLDS)
                .build());
    }

    @Test
    void takesAHugeCountForWhatItIs() {
        limits.check(FetchRequest.newBuilder()
                .setGrant("g")
                .addRanges(ChunkRange.newBuilder().setCount(-1L))
                .build());
    }

    private static Arguments breach(Message message, String fr, String en) {
        return Arguments.of(message, new Sentence(fr, en));
    }

    private static CheckPlacementRequest check(PlacementTerms.Builder terms) {
        return CheckPlacementRequest.newBuilder().setTerms(terms).build();
    }

    private static JudgePlacementRequest judge(SignedStatement.Builder statement) {
        statement.setContext("placement-judgement").setPayload(ByteString.copyFromUtf8("{}"));
        if (statement.getSignature().isEmpty()) {
            statement.setSignature(zeros(70));
        }
        return JudgePlacementRequest.newBuilder().setHomeStatement(statement).build();
    }

    private static FetchRequest fetch(int ranges) {
        ChunkRange one = ChunkRange.newBuilder().setCount(1).build();
        return FetchRequest.newBuilder()
                .setGrant("g")
                .addAllRanges(Collections.nCopies(ranges, one))
                .build();
    }

    private static ByteString zeros(int bytes) {
        return ByteString.copyFrom(new byte[bytes]);
    }
}
