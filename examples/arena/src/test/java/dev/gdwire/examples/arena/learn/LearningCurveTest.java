package dev.gdwire.examples.arena.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.GdwireException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveTest {
    @TempDir Path folder;

    @Test
    void aWrittenChartShowsBothCurves() throws IOException {
        Path file = folder.resolve("learning-curve.png");
        new LearningCurve("Title", "Below", rising(20)).write(file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(LearningCurve.WIDTH);
        assertThat(image.getHeight()).isEqualTo(LearningCurve.HEIGHT);
        // Each curve is over 1,000 pixels wide and 2 to 3 thick, some of it blended at the edges.
        assertThat(count(image, LearningCurve.MEAN)).isGreaterThan(1000);
        assertThat(count(image, LearningCurve.BEST)).isGreaterThan(1000);
        assertThat(height(image, LearningCurve.BEST)).isLessThan(height(image, LearningCurve.MEAN));
    }

    @Test
    void drawsCurvesOfAnyLengthAndHeight() {
        Generation flat = new Generation(1, 10, new Summary(4, 0.0, 0.0, 0.0, 0.0));
        for (List<Generation> any : List.of(List.of(flat), List.of(flat, flat), rising(2000))) {
            BufferedImage image = new LearningCurve("Title", "Below", any).draw();
            assertThat(count(image, LearningCurve.MEAN)).isPositive();
        }
    }

    @Test
    void saysWhereItCouldNotBeWritten() {
        Path file = folder.resolve("missing").resolve("curve.png");
        assertThatThrownBy(() -> new LearningCurve("Title", "Below", rising(2)).write(file))
                .isInstanceOf(GdwireException.class)
                .hasMessage(
                        "The learning curve could not be written to "
                                + file
                                + " (java.nio.file.NoSuchFileException: "
                                + file.resolveSibling(".curve.png.part")
                                + "): name a folder that can be written to.");
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        Path file = Files.createDirectories(folder.resolve("curve.png").resolve("full"));
        assertThatThrownBy(
                        () ->
                                new LearningCurve("Title", "Below", rising(2))
                                        .write(file.getParent()))
                .isInstanceOf(GdwireException.class);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
        assertThat(file).exists();
    }

    private static List<Generation> rising(int count) {
        List<Generation> generations = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Summary rewards =
                    new Summary(32, 10.0 + number, 4.0, 20.0 + number * 1.5, -4.0 + number);
            generations.add(new Generation(number, number * 640L, rewards));
        }
        return generations;
    }

    private static long count(BufferedImage image, Color color) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == color.getRGB()) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The pixel row at which a curve is in the middle of the chart. */
    private static int height(BufferedImage image, Color color) {
        int x = image.getWidth() / 2;
        for (int y = 120; y < image.getHeight(); y++) {
            if (image.getRGB(x, y) == color.getRGB()) {
                return y;
            }
        }
        throw new AssertionError("no curve in the middle of the chart");
    }
}
