package org.liptako.node.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liptako.pki.name.State;

/**
 * Where a degree lies on the paper: an equirectangular projection that is true at the middle latitude of the three States. Borders are kept with the program;
 * nothing is fetched from elsewhere. Units are those of the drawing.
 */
final class Chart {
    static final int WIDTH = 1_000;
    static final int HEIGHT = 590;

    private static final double WEST = -12.6;
    private static final double NORTH = 25.3;
    private static final double A_DEGREE_EAST = 34.5;
    /** A degree of longitude is shorter than one of latitude by the cosine of 17.2 degrees. */
    private static final double A_DEGREE_SOUTH = A_DEGREE_EAST / 0.9553;

    private final List<Border> borders = read();

    private record Border(State state, String path, long x, long y) {}

    Chart() {}

    static long x(double longitude) {
        return Math.round(east(longitude));
    }

    static long y(double latitude) {
        return Math.round(south(latitude));
    }

    private static double east(double longitude) {
        return (longitude - WEST) * A_DEGREE_EAST;
    }

    private static double south(double latitude) {
        return (NORTH - latitude) * A_DEGREE_SOUTH;
    }

    List<Outline> outlines(Words words) {
        return borders.stream()
                .map(border -> new Outline(words.of(border.state()), border.path(), border.x(), border.y()))
                .toList();
    }

    private static List<Border> read() {
        try (InputStream in = Chart.class.getResourceAsStream("borders.geojson")) {
            if (in == null) {
                throw new IllegalStateException("borders.geojson is not on the class path");
            }
            List<Border> borders = new ArrayList<>();
            for (JsonNode feature : new ObjectMapper().readTree(in).path("features")) {
                borders.add(border(feature));
            }
            return List.copyOf(borders);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Border border(JsonNode feature) {
        StringBuilder path = new StringBuilder();
        for (JsonNode point : feature.path("geometry").path("coordinates").path(0)) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(String.format(
                            Locale.ROOT,
                            "%.1f %.1f",
                            east(point.path(0).asDouble()),
                            south(point.path(1).asDouble())));
        }
        JsonNode name = feature.path("properties").path("name_at");
        return new Border(
                State.valueOf(feature.path("id").asText()),
                path.append('Z').toString(),
                x(name.path(0).asDouble()),
                y(name.path(1).asDouble()));
    }
}
