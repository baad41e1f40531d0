package org.liptako.node.cli.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.liptako.node.cli.demo.SampleRegion;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;

/** The files of options that spare whoever takes the tour the same options at each command: which node is asked, and who asks. */
final class TourPapers {
    static final String OPERATOR = "@operateur";
    static final String OUAGADOUGOU = "@ouagadougou";
    static final String OFFICER = "@juriste";
    static final String REGULATOR = "@regulateur";
    static final String ADMINISTRATOR = "@administrateur";
    static final String ROOT = "./pki/aes-root.pem";

    private static final Pattern FILE = Pattern.compile("(@|\\./)(.+)");

    private final SampleRegion region;

    private TourPapers(SampleRegion region) {
        this.region = region;
    }

    /** Writes them into the tour's directory. */
    static TourPapers write(SampleRegion region) {
        TourPapers papers = new TourPapers(region);
        papers.write(OPERATOR, Person.OPERATOR, Place.BAMAKO);
        papers.write(OUAGADOUGOU, Person.OPERATOR, Place.OUAGADOUGOU);
        papers.write(OFFICER, Person.OFFICER, Place.BAMAKO);
        papers.write(REGULATOR, Person.REGULATOR, Place.BAMAKO);
        papers.write(ADMINISTRATOR, Person.ADMINISTRATOR, Place.BAMAKO);
        return papers;
    }

    /** The words of a command as they are wherever the program was started. */
    List<String> found(List<String> words) {
        return words.stream().map(this::found).toList();
    }

    private String found(String word) {
        var file = FILE.matcher(word);
        if (!file.matches()) {
            return word;
        }
        String path = directory().resolve(file.group(2)).toString();
        return file.group(1).equals("@") ? "@" + path : path;
    }

    private void write(String name, Person person, Place at) {
        var node = region.federation().target(at);
        var files = region.people().files(person, at);
        List<String> lines = List.of(
                "--node",
                node.host() + ":" + node.port(),
                "--server-name",
                node.serverName(),
                "--root",
                quoted(directory().resolve(ROOT)),
                "--cert",
                quoted(files.certificate()),
                "--key",
                quoted(files.key()));
        try {
            Files.write(directory().resolve(name.substring(1)), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A file of options is split at blanks, and knows no other escape than a backslash. */
    private static String quoted(Path path) {
        return '"' + path.normalize().toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Path directory() {
        return region.directory().root();
    }
}
