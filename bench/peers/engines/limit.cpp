// The limit: rows by node and type, ordered by day, and the same questions in C++ on one thread.
// Written for this one graph and these questions; "reach" goes by levels from within and from outside (Beamer, 2012).
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>
using namespace std;
using Clock = chrono::steady_clock;

static int nodes, edges, kinds, firstDay;
static vector<int> types, hops, reaches, pairs;

struct Rows { vector<uint32_t> first; vector<int> target, day; };
static Rows outRows, inRows;

template <class T> static vector<T> column(const string& path) {
  ifstream file(path, ios::binary | ios::ate);
  vector<T> read(file.tellg() / sizeof(T));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(read.data()), read.size() * sizeof(T));
  return read;
}

static Rows makeRows(const vector<int>& owner, const vector<int>& other, const vector<uint8_t>& type, const vector<int>& day) {
  Rows rows;
  vector<uint32_t> byDay(40002), order(edges);
  for (int it : day) byDay[it + 1]++;
  for (size_t i = 1; i < byDay.size(); i++) byDay[i] += byDay[i - 1];
  for (int e = 0; e < edges; e++) order[byDay[day[e]]++] = e;
  rows.first.assign((size_t)nodes * kinds + 1, 0);
  for (int e = 0; e < edges; e++) rows.first[(size_t)owner[e] * kinds + type[e] + 1]++;
  for (size_t i = 1; i < rows.first.size(); i++) rows.first[i] += rows.first[i - 1];
  auto next = rows.first;
  rows.target.resize(edges);
  rows.day.resize(edges);
  for (uint32_t e : order) {
    uint32_t place = next[(size_t)owner[e] * kinds + type[e]]++;
    rows.target[place] = other[e];
    rows.day[place] = day[e];
  }
  return rows;
}

static vector<int> queue, backQueue;
static vector<uint32_t> met, backMet;
static uint32_t turn = 0;

static int within(int start, int most) {
  int head = 0, tail = 0;
  ++turn;
  queue[tail++] = start;
  met[start] = turn;
  for (int hop = 0; hop < most; hop++) {
    for (int end = tail; head < end;) {
      size_t base = (size_t)queue[head++] * kinds;
      for (int type : types) {
        uint32_t low = outRows.first[base + type], end = outRows.first[base + type + 1];
        uint32_t high = end;
        while (low < high) {
          uint32_t middle = (low + high) / 2;
          if (outRows.day[middle] < firstDay) low = middle + 1; else high = middle;
        }
        for (; low < end; low++) {
          int target = outRows.target[low];
          if (met[target] != turn) { met[target] = turn; queue[tail++] = target; }
        }
      }
    }
  }
  return tail - 1;
}

static uint32_t firstOf(const Rows& rows, int node) { return rows.first[(size_t)node * kinds]; }

static int reach(int start) {
  int head = 0, tail = 0;
  long long seen = 0;
  vector<uint64_t> level((nodes + 63) / 64);
  ++turn;
  queue[tail++] = start;
  met[start] = turn;
  while (head < tail) {
    int end = tail;
    long long leaving = 0;
    for (int i = head; i < end; i++) leaving += firstOf(outRows, queue[i] + 1) - firstOf(outRows, queue[i]);
    seen += leaving;
    if (leaving > (edges - seen) / 14) {
      fill(level.begin(), level.end(), 0);
      for (int i = head; i < end; i++) level[queue[i] >> 6] |= 1ull << (queue[i] & 63);
      head = end;
      for (int node = 0; node < nodes; node++) {
        if (met[node] == turn) continue;
        for (uint32_t place = firstOf(inRows, node), last = firstOf(inRows, node + 1); place < last; place++) {
          int from = inRows.target[place];
          if (level[from >> 6] >> (from & 63) & 1) { met[node] = turn; queue[tail++] = node; break; }
        }
      }
    } else {
      while (head < end) {
        int node = queue[head++];
        for (uint32_t place = firstOf(outRows, node), last = firstOf(outRows, node + 1); place < last; place++) {
          int target = outRows.target[place];
          if (met[target] != turn) { met[target] = turn; queue[tail++] = target; }
        }
      }
    }
  }
  return tail;
}

static int distanceOf(int from, int to, bool either) {
  if (from == to) return 0;
  ++turn;
  int head = 0, tail = 1, backHead = 0, backTail = 1;
  queue[0] = from;
  met[from] = turn;
  backQueue[0] = to;
  backMet[to] = turn;
  for (int hop = 1; head < tail && backHead < backTail; hop++) {
    bool ahead = tail - head <= backTail - backHead;
    auto& q = ahead ? queue : backQueue;
    auto& own = ahead ? met : backMet;
    auto& other = ahead ? backMet : met;
    int &h = ahead ? head : backHead, &t = ahead ? tail : backTail;
    for (int end = t; h < end;) {
      int node = q[h++];
      for (int side = 0; side < (either ? 2 : 1); side++) {
        const Rows& rows = (side == 0) == ahead ? outRows : inRows;
        for (uint32_t place = firstOf(rows, node), last = firstOf(rows, node + 1); place < last; place++) {
          int target = rows.target[place];
          if (other[target] == turn) return hop;
          if (own[target] != turn) { own[target] = turn; q[t++] = target; }
        }
      }
    }
  }
  return -1;
}

int main(int, char** arguments) {
  string folder = arguments[1];
  ifstream asked(folder + "/questions.txt");
  asked >> nodes >> edges >> kinds >> firstDay;
  for (auto* list : {&types, &hops, &reaches, &pairs}) {
    int count;
    asked >> count;
    list->resize(count);
    for (int& it : *list) asked >> it;
  }
  auto from = column<int>(folder + "/from"), to = column<int>(folder + "/to"), day = column<int>(folder + "/day");
  auto type = column<uint8_t>(folder + "/type");
  auto start = Clock::now();
  outRows = makeRows(from, to, type, day);
  inRows = makeRows(to, from, type, day);
  for (auto* it : {&queue, &backQueue}) it->resize(nodes);
  for (auto* it : {&met, &backMet}) it->resize(nodes);
  printf("{\"milliseconds\":%.1f}\n", chrono::duration<double, milli>(Clock::now() - start).count());
  fflush(stdout);
  for (string line; getline(cin, line);) {
    double budget = atof(line.c_str() + line.find("\"budget\":") + 9);
    size_t at = line.find("hops");
    bool isPath = line.find("path") != string::npos, either = line.find("either") != string::npos;
    const auto& list = at != string::npos ? hops : isPath ? pairs : reaches;
    string times, answers;
    auto begin = Clock::now();
    for (size_t i = 0; i < list.size(); i += isPath ? 2 : 1) {
      auto before = Clock::now();
      int found = at != string::npos ? within(list[i], line[at + 4] - '0')
                  : isPath           ? distanceOf(list[i], list[i + 1], either)
                                     : reach(list[i]);
      auto after = Clock::now();
      times += (i ? "," : "") + to_string(chrono::duration_cast<chrono::nanoseconds>(after - before).count());
      answers += (i ? "," : "") + to_string(found);
      if (chrono::duration<double, milli>(after - begin).count() > budget) break;
    }
    printf("{\"times\":[%s],\"answers\":[%s]}\n", times.c_str(), answers.c_str());
    fflush(stdout);
  }
}
