package muhafiz.sandbox.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankedTest {
    @Test
    void theValueOfARankIsTheOneThatSortingFinds() {
        Random random = new Random(1);
        for (int length : new int[] {1, 2, 100, 10_007}) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = random.nextInt(4) == 0 ? 0 : random.nextFloat() * random.nextInt(300);
            }
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            for (double share : new double[] {0, 0.01, 0.5, 0.99, 1}) {
                assertThat(Ranked.at(values, share)).isEqualTo(sorted[(int) (share * (length - 1))]);
            }
        }
        assertThat(Ranked.at(new float[0], 0.5)).isZero();
    }
}
