package org.liptako.node.exchange.courier.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.exchange.store.ChunkReader;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.sealing.SealingKey;
import org.liptako.pki.signature.SignedStatement;

/** What someone who finds two disks can read on them, with the tools that they would use. */
class StrangerTest {
    private static final String SECRET = "dossiers/malades-du-nord.csv";
    private static final String LINE = "Diarra;Aminata;1987-02-11;ESTOMAC;Hopital de Gao;;;;;;;;\n";
    private static final GrantSerial GRANT = new GrantSerial("ML-0123456789abcdef0123456789abcdef");

    /** Words of which none may be found: of the data, of names, of the grant and of our own JSON; so long that chance does not write them. */
    private static final List<String> WORDS = List.of(
            "Aminata;",
            "Hopital de Gao",
            "malades-du-nord",
            "ML-DS-008",
            "BF-OUA-1",
            "ML-BKO-1",
            "0123456789abcdef",
            "liptako-courier",
            "\"format\"",
            "\"payload\"");

    @TempDir
    private Path directory;

    private final SealingKey key = SealingKey.generate();
    private List<Path> one;
    private List<Path> other;

    @BeforeEach
    void write() throws IOException {
        Path origin = directory.resolve("origin");
        Path file = origin.resolve(SECRET);
        Files.createDirectories(file.getParent());
        Files.writeString(file, LINE.repeat((3 << 20) / LINE.length()));
        SignedManifest manifest = Publications.plain(origin, directory.resolve("keys"));
        one = disk("one", manifest, origin);
        other = disk("other", manifest, origin);
    }

    @Test
    void seesNamesThatSayNothingAndLengthsOfWholeFrames() throws IOException {
        assertThat(one).extracting(DiskFolder::name).containsExactly("C0000001.LIP", "LIPTAKO.DSK");
        for (Path file : one) {
            assertThat((Files.size(file) - SealedFormat.HEAD) % (SealedFormat.FRAME + SealedFormat.TAG))
                    .isZero();
        }
    }

    @Test
    void findsNoWordInIt() throws IOException {
        for (Path file : one) {
            String content = new String(Files.readAllBytes(file), ISO_8859_1);
            assertThat(WORDS).noneMatch(content::contains);
        }
    }

    @Test
    void cannotCompressItThoughTheDataWouldShrinkToNothing() throws IOException {
        byte[] plain = Files.readAllBytes(directory.resolve("origin").resolve(SECRET));
        assertThat(gzipped(plain)).isLessThan(plain.length / 50);
        for (Path file : one) {
            byte[] content = Files.readAllBytes(file);
            assertThat(gzipped(content)).isGreaterThan((int) (content.length * 0.999));
        }
        byte[] container = Files.readAllBytes(one.getFirst());
        assertThat(entropy(Arrays.copyOfRange(container, SealedFormat.HEAD, container.length)))
                .isGreaterThan(7.99);
    }

    /** Equal frames would tell that two disks, or two places of one, hold the same. */
    @Test
    void findsNothingThatTwoDisksOfTheSameDataShareButMagicAndKey() throws IOException {
        Set<ByteBuffer> blocks = new HashSet<>();
        for (Path file : one) {
            assertThat(blocks(file)).allMatch(blocks::add);
        }
        assertThat(other).flatMap(StrangerTest::blocks).noneMatch(blocks::contains);
        byte[] head = Files.readAllBytes(one.getFirst());
        assertThat(Arrays.copyOfRange(head, 8, 8 + KeyId.BYTES))
                .isEqualTo(KeyId.of(key.publicKey()).bytes());
    }

    @Test
    void learnsNothingFromStringsGrepAndFile() throws IOException, InterruptedException {
        assumeTrue(
                Boolean.parseBoolean(System.getenv("CI")) || (isThere("strings") && isThere("file")),
                "skipped: strings (Debian's binutils) and file are not installed");
        for (Path file : one) {
            assertThat(run("strings", "-n", "8", file.toString())).doesNotContain(WORDS.toArray(String[]::new));
            assertThat(run("file", "--brief", file.toString())).doesNotContain("text", "JSON", "CSV");
            for (String word : WORDS) {
                assertThat(run("grep", "-a", "-F", "-c", word, file.toString()).strip())
                        .isEqualTo("0");
            }
        }
    }

    private List<Path> disk(String name, SignedManifest manifest, Path origin) throws IOException {
        Path disk = Files.createDirectory(directory.resolve(name));
        ChunkRange all = new ChunkRange(0, manifest.manifest().header().chunks());
        ContainerFile.write(
                disk.resolve(DiskNames.container(1)),
                key.publicKey(),
                new ContainerLabel(
                        DiskLabel.FORMAT, GRANT, manifest.manifest().header().version(), 1, 1, 1, all),
                new ChunkReader(origin, manifest.manifest().layout())::read);
        DiskLabel label = new DiskLabel(
                DiskLabel.FORMAT,
                GRANT,
                manifest.manifest().header().version(),
                false,
                new SiteId("ML-BKO-1"),
                new SiteId("BF-OUA-1"),
                1,
                1,
                all,
                1,
                Publications.AT);
        LabelFile.write(
                disk.resolve(DiskNames.LABEL),
                key.publicKey(),
                new SignedStatement(DiskLabel.CONTEXT, label.toJson(), new byte[] {1}, List.of(new byte[] {2})),
                null,
                manifest);
        try (Stream<Path> files = Files.list(disk)) {
            return files.sorted().toList();
        }
    }

    private static int gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.size();
    }

    /** Bits a byte. */
    private static double entropy(byte[] content) {
        int[] counts = new int[256];
        for (byte one : content) {
            counts[one & 0xff]++;
        }
        double entropy = 0;
        for (int count : counts) {
            double share = count / (double) content.length;
            entropy -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return entropy;
    }

    /** A file in blocks of 16 bytes, without magic and the key's name. */
    private static Stream<ByteBuffer> blocks(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            List<ByteBuffer> blocks = new ArrayList<>();
            for (int from = 8 + KeyId.BYTES; from + 16 <= content.length; from += 16) {
                blocks.add(ByteBuffer.wrap(content, from, 16).slice());
            }
            return blocks.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(String tool) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
