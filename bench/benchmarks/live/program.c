/* Three benchmarks of about three milliseconds. SLOWDOWN, in percent, busy-waits that much longer in the second one. */
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#ifndef SLOWDOWN
#define SLOWDOWN 0
#endif

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static volatile uint64_t sink;

static double measure(uint64_t seed, int slowdown) {
  double start = now();
  uint64_t x = seed;
  for (int i = 0; i < 2500000; i++) x = x * 6364136223846793005u + (x >> 29);
  sink = x;
  double end = now();
  double until = end + (end - start) * slowdown / 100;
  while (now() < until) {
  }
  return now() - start;
}

int main(void) {
  const char *names[] = {"parse", "render", "write"};
  measure(7, 0);
  printf("{\"schema\":\"jessy-benchmarks/v1\",\"benchmarks\":[");
  for (int i = 0; i < 3; i++)
    printf("%s{\"name\":\"%s\",\"unit\":\"ns\",\"value\":%.0f}", i ? "," : "", names[i], measure(i + 1, i == 1 ? SLOWDOWN : 0));
  printf("]}\n");
  return 0;
}
